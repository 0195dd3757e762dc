/** Name of the hidden input that says which page of the guide is sent; empty on the page with the answer. */
export const PAGE = 'guide-page';
