/**
 * What the English file of an area must hold: exactly the Japanese file's keys. Japanese needs only `…_other` of a
 * counted text; English may add its `…_one`.
 */
export type Translation<Japanese> = {
  [Key in keyof Japanese]: Japanese[Key] extends string ? string : Translation<Japanese[Key]>
} & {
  [Key in keyof Japanese as Key extends `${infer Counted}_other` ? `${Counted}_one` : never]?: string
}
