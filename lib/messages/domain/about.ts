/**
 * What the audit log says that a deed on a message was about. Where there is a case it is named, so that she sees in
 * "Vem har sett mina uppgifter" which case it was, and the message stands as the reason.
 */
export const aboutOf = ({
  id,
  caseId,
}: {
  id: string;
  caseId: string | null;
}): { objectType: 'case' | 'message'; objectId: string; reason?: string } =>
  caseId
    ? { objectType: 'case', objectId: caseId, reason: `message ${id}` }
    : { objectType: 'message', objectId: id };
