/** What can be wished and claimed is known further down too: the verdicts read it. */
export * from '~/orders/wishes'
