// The bot's registration: its identity, its messaging endpoint and the Teams channel.
param name string
param displayName string
param endpoint string
param appId string
@allowed(['UserAssignedMSI', 'SingleTenant'])
param appType string
param tenantId string
@description('Empty for SingleTenant.')
param identityId string

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: name
  location: 'global'
  kind: 'azurebot'
  sku: {
    name: 'F0'
  }
  properties: {
    displayName: displayName
    endpoint: endpoint
    msaAppId: appId
    msaAppType: appType
    msaAppTenantId: tenantId
    msaAppMSIResourceId: empty(identityId) ? null : identityId
    disableLocalAuth: true
  }

  resource teams 'channels' = {
    name: 'MsTeamsChannel'
    location: 'global'
    properties: {
      channelName: 'MsTeamsChannel'
    }
  }
}
