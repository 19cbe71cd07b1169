import type { Chance } from './chance'

/** What people write, by what they write it for. Sentences that hold 取消 stand apart, to be counted. */
export type Occasion = 'reason' | 'question' | 'answer' | 'note' | 'approval' | 'return' | 'rejection'

type Sentences = readonly [string, ...string[]]

const withFrequent: Record<Occasion, Sentences> = {
  reason: [
    '返品を受け付け、クロネコ側で実売上後の取消に成功したため。',
    'お客様のご都合によるキャンセルで、{when}に{place}から取消を済ませました。{item}は返送済みです。',
    '二重注文のため片方を取消しました。もう一方の注文は発送済みです。',
    '{item}の在庫切れにより、{who}と相談のうえクロネコで取消処理をしました。',
    '{place}では取消済みですが、こちらの表示だけが決済完了のままになっています。',
    '代金引換への変更をご希望のため、クレジットの決済を取消しました。',
  ],
  question: [
    'クロネコの管理画面で取消が完了した日時を教えてください。',
    '照会では精算確定のままです。取消の操作をされたのは{when}でお間違いないでしょうか。',
    '{item}の返送と取消のどちらが先だったか、ご確認をお願いいたします。',
  ],
  answer: [
    '{when}の{clock}に取消を行いました。画面の控えもございます。',
    '失礼いたしました。取消の操作が途中で止まっていたため、ただいま完了させました。',
    '取消は{who}が担当し、{when}に完了しております。',
  ],
  note: [
    '照会で取消を確認。{item}の返品伝票も届いている。',
    '店舗から電話あり。取消はまだ反映待ちとのこと。',
    '取消日時が申告と一日ずれているが、締め時刻の差と思われる。',
  ],
  approval: ['クロネコの取消を確認しました。', '取消済みのため反映します。'],
  return: ['取消の日時を店舗に確かめてから、もう一度回してください。'],
  rejection: [
    'クロネコ側で取消が確認できないため、反映できません。購入者に請求が残ります。',
    '通常のキャンセル処理で取消まで行えますので、注文の画面から操作をお願いいたします。',
  ],
}

const others: Record<Occasion, Sentences> = {
  reason: [
    'クロネコ側で実売上後のキャンセルに成功したため',
    'クロネコの管理画面で{when}に売上確定を済ませましたが、注文が仮売上のままです。',
    '{item}の返品にともない、{place}で返金しました。表示を合わせてください。',
    '期限内に実売上の処理をしていましたが、仮売上期限切れと表示されています。',
    '{who}のカードで決済エラーとなりましたが、{place}では与信が通っています。',
    '配送先の変更で送り状を作り直したところ、{item}の出荷が反映されませんでした。',
    'お客様都合のため',
    '誤ってキャンセルしましたが、クロネコ側は与信済みのままです。元に戻してください。',
  ],
  question: [
    '送り状番号の控えをお送りいただけますか。{item}の配送状況が確認できません。',
    'ご希望の決済ステータスをもう一度お知らせください。',
    '{who}への返金は{when}に済んでいますか。',
    '金額がクロネコ側と異なります。変更された経緯をお聞かせください。',
  ],
  answer: [
    '送り状番号は画像のとおりです。{when}に発送しています。',
    '返金は済んでおります。{who}にも連絡いたしました。',
    '{item}を一点減らしたため、金額を変更しました。',
    'ご確認ありがとうございます。最初の希望のままでお願いいたします。',
  ],
  note: [
    '照会結果と申告が一致。{when}の操作履歴も確認した。',
    '同じ店舗から先週も同様の依頼。手順の案内が要る。',
    '金額が大きいため二人目の承認へ。',
    '{place}の応答が遅い。あとで照会し直す。',
  ],
  approval: ['照会結果と一致しています。', '店舗の説明に矛盾なし。', '二人目として確認しました。'],
  return: ['{item}の返送を確認してからにしてください。', '証跡が古いので照会し直してください。'],
  rejection: [
    '通常の売上確定で対応できるため、注文の画面からお手続きください。',
    '対象の注文が見つかりません。番号をお確かめください。',
    'クロネコ側の状態がご申告と異なります。',
  ],
}

const slots: Record<string, Sentences> = {
  item: [
    '和菓子の詰め合わせ',
    '羊羹',
    '急須',
    '北欧のマグカップ',
    '木綿の手ぬぐい',
    '木の食器',
    '毛布',
    '珈琲豆',
    '革の財布',
    '線香',
    '花束',
    '日本酒',
    '陶器の皿',
    '子ども服',
    '折りたたみ傘',
    '腕時計',
    '文房具一式',
  ],
  place: ['クロネコの管理画面', 'クロネコウェブコレクト', '決済会社の画面'],
  who: ['お客様', 'ご注文者様', '店長', '担当の佐藤', '経理の高橋', '出荷担当'],
  when: ['昨日', '今朝', '先週金曜日', '月末', '本日午前', '三日前', '前日の夕方'],
  clock: ['九時過ぎ', '十時半', '正午前', '十五時ごろ', '十七時前'],
}

/** In about this share of all events. */
export const frequentWord = '取消'
export const frequentShare = 0.08
/** In so many events altogether. */
export const rareWord = '縮緬'

export function rareTotal(events: number): number {
  return Math.min(50, Math.ceil(events / 100))
}

/** Writes what people write, and sees to how often the two words occur. */
export class Writer {
  private frequent = 0
  private rare = 0

  constructor(
    private readonly chance: Chance,
    private readonly events: number,
  ) {}

  /** @param told how many events there are so far */
  write(occasion: Occasion, told: number): string {
    const holdsFrequent = this.frequent < frequentShare * told
    const sentences = holdsFrequent ? withFrequent : others
    const sentence = this.chance.pick(sentences[occasion])
    const words = sentence.replaceAll(/\{(\w+)\}/g, (_, slot: string) => this.fill(slot))
    if (holdsFrequent) this.frequent += 1
    return this.isRareDue(told) ? `${words}（品名：${rareWord}の風呂敷）` : words
  }

  /** For a story that was not told after all. */
  mark(): { frequent: number; rare: number } {
    return { frequent: this.frequent, rare: this.rare }
  }

  takeBack(mark: { frequent: number; rare: number }): void {
    this.frequent = mark.frequent
    this.rare = mark.rare
  }

  private isRareDue(told: number): boolean {
    const due =
      this.rare < rareTotal(this.events) && told >= ((this.rare + 0.5) / rareTotal(this.events)) * this.events
    if (due) this.rare += 1
    return due
  }

  private fill(slot: string): string {
    const choices = slots[slot]
    return choices ? this.chance.pick(choices) : slot
  }
}
