/** Made by app/styles/themes/make.mjs. Do not edit. Each theme's tokens, in a file named after its content. */
export const themeFiles = {
  granvik: '/themes/granvik.407860ee1c.css',
  ekhamn: '/themes/ekhamn.8585f8215b.css',
} as const;
