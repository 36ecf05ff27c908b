import { galleryEn } from './messages/gallery-en.ts';
import { galleryKk } from './messages/gallery-kk.ts';
import type { GalleryText } from './messages/gallery-kk.ts';
import { galleryRu } from './messages/gallery-ru.ts';
import { useUiLanguage } from './ui-text.ts';
import type { UiLanguage } from './ui-text.ts';

export type { GalleryText } from './messages/gallery-kk.ts';

const CATALOGUES: Record<UiLanguage, GalleryText> = { kk: galleryKk, ru: galleryRu, en: galleryEn };

/** Sample words of the gallery in one language. */
export function galleryText(lang: UiLanguage): GalleryText {
  return CATALOGUES[lang];
}

/** Sample words of the gallery in the language of the page being drawn. */
export function useGalleryText(): GalleryText {
  return galleryText(useUiLanguage());
}
