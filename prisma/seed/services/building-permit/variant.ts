/** Where the municipalities' forms differ. */
export interface Variant {
  /** a property as it is written there */
  propertyExample: string;
  /** the scale of the situation plan */
  siteScale: string;
}
