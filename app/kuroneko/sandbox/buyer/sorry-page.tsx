import { Frame } from './frame'
import type { BuyerTexts } from './texts'

/** For a page that was called wrongly, or whose time is over. */
export function SorryPage({ texts, sentence }: { texts: BuyerTexts; sentence: string }) {
  return (
    <Frame texts={texts} title={texts.title} otherLanguage={null}>
      <section role="alert">
        <p>{sentence}</p>
      </section>
    </Frame>
  )
}
