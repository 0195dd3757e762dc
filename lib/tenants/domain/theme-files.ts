/** Made by app/styles/themes/make.mjs. Do not edit. Each theme's tokens, in a file named after its content. */
export const themeFiles = {
  granvik: '/themes/granvik.6b312fd02f.css',
  ekhamn: '/themes/ekhamn.a4bfe2cc34.css',
} as const;
