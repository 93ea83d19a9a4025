// The bot's process: Node on Linux, https only, no deployment password.
param name string
param location string
param planSku string
param instances int
param identityId string
param subnetId string
param workspaceId string
@description('Environment variables of the process. Secrets are references to the vault.')
param settings object

resource plan 'Microsoft.Web/serverfarms@2023-12-01' = {
  name: '${name}-plan'
  location: location
  kind: 'linux'
  sku: {
    name: planSku
    capacity: instances
  }
  properties: {
    reserved: true
  }
}

resource site 'Microsoft.Web/sites@2023-12-01' = {
  name: name
  location: location
  kind: 'app,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    virtualNetworkSubnetId: subnetId
    keyVaultReferenceIdentity: identityId
    siteConfig: {
      linuxFxVersion: 'NODE|22-lts'
      // Not through npm, which would not pass SIGTERM on.
      appCommandLine: 'node dist/src/index.js'
      alwaysOn: true
      http20Enabled: true
      minTlsVersion: '1.2'
      ftpsState: 'Disabled'
      healthCheckPath: '/healthz'
    }
  }

  resource environment 'config' = {
    name: 'appsettings'
    properties: union(settings, {
      // Kept over restarts and shared by all instances: vectors of the content, which are made once.
      DATA_DIR: '/home/data'
      // Dependencies are installed and the code compiled there, for that system.
      SCM_DO_BUILD_DURING_DEPLOYMENT: 'true'
      // A stop takes DRAIN_SECONDS and up to ten more; App Service's own five would break it off.
      WEBSITES_CONTAINER_STOP_TIME_LIMIT: '30'
    })
  }

  resource deployWithPassword 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: {
      allow: false
    }
  }

  resource ftpWithPassword 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: {
      allow: false
    }
  }
}

resource logging 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'logs'
  scope: site
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'AppServiceConsoleLogs'
        enabled: true
      }
      {
        category: 'AppServicePlatformLogs'
        enabled: true
      }
    ]
    metrics: [
      {
        category: 'AllMetrics'
        enabled: true
      }
    ]
  }
}

output id string = site.id
output host string = site.properties.defaultHostName
