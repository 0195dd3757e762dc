/** What the catalogue tells of. */
export interface CatalogueEvents {
  'catalogue.version-published': { serviceId: string; version: string };
}
