/** How people write yes and no into a document template, in any of the three languages. */
export const YES: readonly string[] = ['1', '+', 'иә', 'да', 'yes']
export const NO: readonly string[] = ['', '0', '-', 'жоқ', 'нет', 'no']
