interface OfApplication {
  applicationId: string;
  personId: string;
}

/** What applications tell of. Ids only. */
export interface ApplicationsEvents {
  'applications.signature-asked': OfApplication & { signerId: string };
  'applications.signature-reminded': OfApplication & { signerId: string };
  /** to the applicant */
  'applications.signature-declined': OfApplication;
  'applications.signatures-expired': OfApplication;
  /** she has been told on which day her draft is thrown away */
  'applications.draft-expiring': OfApplication;
  'applications.submitted': OfApplication & { caseId: string };
  'applications.file-infected': OfApplication & { fileId: string };
}
