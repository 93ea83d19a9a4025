// Everything that Partner Desk needs in Azure, in the region of its resource group: the bot's registration and its web
// app, PostgreSQL in its own network, and a vault for the secrets. The web app and the bot share one user-assigned
// identity. This file contains no secret: you choose the database password, pass it as a secure parameter, and it's stored
// in the vault, where only that identity may read it.
targetScope = 'resourceGroup'

@description('Name prefix of every resource, e.g. pdesk-dev. Keep it short: some names allow only 24 characters.')
@minLength(3)
@maxLength(14)
param resourceBaseName string

@description('Region of all resources except the bot\'s registration, which is global in Azure and holds no messages.')
param location string = resourceGroup().location

@description('The name that people see in Teams.')
param botDisplayName string = 'Partner Desk'

@description('UserAssignedMSI needs no secret. SingleTenant uses a registration of your own.')
@allowed(['UserAssignedMSI', 'SingleTenant'])
param botType string = 'UserAssignedMSI'

@description('SingleTenant only: the application (client) ID of your registration.')
param botAppId string = ''

@description('SingleTenant only: a client secret of that registration.')
@secure()
param botPassword string = ''

@description('Your own tenant. People from other tenants count as partners.')
param botTenantId string = tenant().tenantId

@description('Operators: mail addresses or Entra object ids, separated by commas.')
param admins string = ''

@description('More variables of the bot (see teamsapp/operating.md). No secrets: this isn\'t a secure parameter.')
param settings object = {}

@description('Plan of the web app. B1 is the smallest that supports Always On; P0v3 and larger support several instances.')
param planSku string = 'B1'

@description('Instances of the web app. They share the database and need no sticky sessions.')
@minValue(1)
@maxValue(10)
param instances int = 1

@description('Size of the database server.')
param databaseSku string = 'Standard_B1ms'

@description('Password of the database owner. Letters and digits only, because it\'s part of a URL.')
@secure()
@minLength(20)
param databasePassword string

var suffix = uniqueString(resourceGroup().id, resourceBaseName)

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${resourceBaseName}-identity'
  location: location
}

module logs 'logs.bicep' = {
  name: 'logs'
  params: {
    name: '${resourceBaseName}-logs'
    location: location
  }
}

module network 'network.bicep' = {
  name: 'network'
  params: {
    name: '${resourceBaseName}-network'
    location: location
  }
}

module database 'database.bicep' = {
  name: 'database'
  params: {
    name: '${resourceBaseName}-db-${suffix}'
    location: location
    sku: databaseSku
    password: databasePassword
    subnetId: network.outputs.databaseSubnetId
    dnsZoneId: network.outputs.databaseDnsZoneId
  }
}

module vault 'vault.bicep' = {
  name: 'vault'
  params: {
    name: take('${resourceBaseName}${suffix}', 24)
    location: location
    readerPrincipalId: identity.properties.principalId
    databaseHost: database.outputs.host
    databaseName: database.outputs.databaseName
    databaseUser: database.outputs.user
    databasePassword: databasePassword
    botPassword: botType == 'SingleTenant' ? botPassword : ''
  }
}

var botId = botType == 'SingleTenant' ? botAppId : identity.properties.clientId

module web 'web.bicep' = {
  name: 'web'
  params: {
    name: '${resourceBaseName}-${suffix}'
    location: location
    planSku: planSku
    instances: instances
    identityId: identity.id
    subnetId: network.outputs.webSubnetId
    workspaceId: logs.outputs.workspaceId
    settings: union(settings, {
      BOT_ID: botId
      BOT_TYPE: botType
      BOT_TENANT_ID: botTenantId
      BOT_PASSWORD: vault.outputs.botPasswordReference
      DATABASE_URL: vault.outputs.databaseUrlReference
      ADMINS: admins
    })
  }
}

module bot 'bot.bicep' = {
  name: 'bot'
  params: {
    name: '${resourceBaseName}-bot'
    displayName: botDisplayName
    endpoint: 'https://${web.outputs.host}/api/messages'
    appId: botId
    appType: botType
    tenantId: botTenantId
    identityId: botType == 'UserAssignedMSI' ? identity.id : ''
  }
}

// The toolkit writes these into env/.env.<name>.
output BOT_ID string = botId
output BOT_TENANT_ID string = botTenantId
output BOT_DOMAIN string = web.outputs.host
output WEB_APP_RESOURCE_ID string = web.outputs.id
