/** What a member of staff's sealed name is bound to: moved to another row or municipality it doesn't open. */
export const staffContext = (tenantId: string, staffId: string) => `staff_member.name:${tenantId}:${staffId}`;
