// Stores the secrets. Only one identity may read them; the deployment writes them through Azure.
param name string
param location string
param readerPrincipalId string
param databaseHost string
param databaseName string
param databaseUser string
@secure()
param databasePassword string
@secure()
param botPassword string

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: name
  location: location
  properties: {
    tenantId: tenant().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enableSoftDelete: true
    enablePurgeProtection: true
  }

  resource databaseUrl 'secrets' = {
    name: 'database-url'
    properties: {
      value: 'postgres://${databaseUser}:${databasePassword}@${databaseHost}:5432/${databaseName}?sslmode=verify-full'
    }
  }

  resource botSecret 'secrets' = if (!empty(botPassword)) {
    name: 'bot-password'
    properties: {
      value: botPassword
    }
  }
}

var secretsUserRole = subscriptionResourceId(
  'Microsoft.Authorization/roleDefinitions',
  '4633458b-17de-408a-b875-0445c86b69e6' // Key Vault Secrets User: reads secrets, nothing else
)

resource reader 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, readerPrincipalId, secretsUserRole)
  scope: vault
  properties: {
    roleDefinitionId: secretsUserRole
    principalId: readerPrincipalId
    principalType: 'ServicePrincipal'
  }
}

// App settings contain these references instead of the secrets. The web app resolves them with its identity.
output databaseUrlReference string = '@Microsoft.KeyVault(SecretUri=${vault.properties.vaultUri}secrets/database-url)'
output botPasswordReference string = empty(botPassword)
  ? ''
  : '@Microsoft.KeyVault(SecretUri=${vault.properties.vaultUri}secrets/bot-password)'
