/** A guest's account name as our tenant writes it: `gia.rossi_northwind.com#EXT#@contoso.onmicrosoft.com`. */
const GUEST = /^(.+)_([^_@]+)#ext#@/i;

interface RosterMember {
  readonly email?: string;
  readonly userPrincipalName?: string;
  readonly tenantId?: string;
}

/**
 * The person's own address. For a guest, extracts it from the account name in the conversation's tenant. Null for an
 * account of another tenant, as in a shared channel: its administrators can give it any address.
 */
export function readOwnMail(member: RosterMember, tenantId: string | null): string | null {
  const isOfOther = !!member.tenantId && member.tenantId.toLowerCase() !== tenantId?.toLowerCase();
  if (isOfOther) return null;
  const mail = member.email || member.userPrincipalName || null;
  const guest = mail === null ? null : GUEST.exec(mail);
  return guest === null ? mail : `${guest[1] ?? ''}@${guest[2] ?? ''}`;
}
