/** Path of the page about the state of all translations, the same in every language. */
export const STATUS_SLUG = 'translation-status';
