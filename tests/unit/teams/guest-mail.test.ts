import { describe, expect, it } from '@jest/globals';
import { readOwnMail } from '../../../src/teams/inbound/guest-mail';

describe('a person’s own address', () => {
  it.each([
    [{ email: 'priya.nair@contoso.com' }, 'priya.nair@contoso.com'],
    [{ userPrincipalName: 'priya@contoso.com' }, 'priya@contoso.com'],
    [
      { email: '', userPrincipalName: 'gia_rossi_northwind.com#EXT#@contoso.onmicrosoft.com' },
      'gia_rossi@northwind.com',
    ],
    [
      { email: 'Gia@Northwind.com', userPrincipalName: 'gia_northwind.com#EXT#@contoso.com' },
      'Gia@Northwind.com',
    ],
    [{ email: 'gia_northwind.com#ext#@contoso.com' }, 'gia@northwind.com'],
    [{}, null],
  ])('%j', (member, mail) => {
    expect(readOwnMail(member, 'contoso')).toBe(mail);
  });

  it('counts for an account of the conversation’s tenant only', () => {
    const member = { email: 'maya@northwind.com', tenantId: 'Contoso' };
    expect(readOwnMail(member, 'contoso')).toBe('maya@northwind.com');
    expect(readOwnMail({ ...member, tenantId: 'elsewhere' }, 'contoso')).toBeNull();
    expect(readOwnMail(member, null)).toBeNull();
    const guestByName = { userPrincipalName: 'maya_northwind.com#EXT#@evil.example', tenantId: 'elsewhere' };
    expect(readOwnMail(guestByName, 'contoso')).toBeNull();
  });
});
