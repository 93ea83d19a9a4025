// PostgreSQL. Only the web app's network can reach it. Encrypted in transit and at rest.
param name string
param location string
param sku string
@secure()
param password string
param subnetId string
param dnsZoneId string

var user = 'partnerdesk'
var databaseName = 'partnerdesk'

resource server 'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01' = {
  name: name
  location: location
  sku: {
    name: sku
    tier: startsWith(sku, 'Standard_B') ? 'Burstable' : 'GeneralPurpose'
  }
  properties: {
    version: '16'
    administratorLogin: user
    administratorLoginPassword: password
    storage: {
      storageSizeGB: 32
    }
    backup: {
      backupRetentionDays: 14
      geoRedundantBackup: 'Disabled'
    }
    network: {
      delegatedSubnetResourceId: subnetId
      privateDnsZoneArmResourceId: dnsZoneId
    }
    highAvailability: {
      mode: 'Disabled'
    }
  }

  resource database 'databases' = {
    name: databaseName
    properties: {
      charset: 'UTF8'
      collation: 'en_US.utf8'
    }
  }
}

output host string = server.properties.fullyQualifiedDomainName
output databaseName string = server::database.name
output user string = user
