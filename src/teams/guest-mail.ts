/** `gia.rossi_northwind.com#EXT#@contoso.onmicrosoft.com`: a guest's address, as our own tenant writes it. */
const GUEST = /^(.+)_([^_@]+)#ext#@/i;

/** The person's own address. For a guest, extracts it from the account name in our tenant. */
export function readOwnMail(member: {
  readonly email?: string;
  readonly userPrincipalName?: string;
}): string | null {
  const told = member.email || member.userPrincipalName || null;
  const guest = told === null ? null : GUEST.exec(told);
  return guest === null ? told : `${guest[1] ?? ''}@${guest[2] ?? ''}`;
}
