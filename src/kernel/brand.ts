/** A value of the base type that only its own parser may make. */
export type Brand<Base, Name extends string> = Base & { readonly __brand: Name };
