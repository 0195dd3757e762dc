/**
 * Who is asking. Built once per request from the session row or the machine's token, and passed as an argument:
 * there is no ambient user in lib. The tenant is part of it.
 */
export type Actor = NobodyActor | ResidentActor | AdminActor | SystemActor | JobActor;

/** Not logged in. */
export interface NobodyActor {
  kind: 'nobody';
  tenantId: string;
}

/** A person logged in with e-ID, in person. */
export interface ResidentActor {
  kind: 'resident';
  tenantId: string;
  personId: string;
  sessionId: string;
}

/** One of the municipality's own who runs these pages, logged in with the municipality's account. Never a resident too. */
export interface AdminActor {
  kind: 'admin';
  tenantId: string;
  staffId: string;
  sessionId: string;
  /** for the audit log */
  name: string;
}

/** A back-office system. `officer` is whom the system says it asks for; shown to the resident in the access log. */
export interface SystemActor {
  kind: 'system';
  tenantId: string;
  systemId: string;
  clientId: string;
  name: string;
  scopes: readonly string[];
  services: readonly string[];
  officer?: string | undefined;
}

/** The portal itself: deadlines, deliveries, notices. */
export interface JobActor {
  kind: 'job';
  tenantId: string;
  job: string;
}
