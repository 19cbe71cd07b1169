import type ja from '~/i18n/ja/help-cards'
import type { Translation } from '~/i18n/translation'

export default {
  title: 'Saving and deleting a member’s card',
  lead: 'What to tell a shop’s member who asks, step by step.',
  before: {
    title: 'Before you answer',
    setting:
      'Cards can be saved only where the shop’s setting “Saved cards (クレジットカード情報保持機能)” is on.',
    member: 'Only members can save a card; guests cannot.',
    myPage:
      'There is nothing about cards in the member’s own page (マイページ). Both are done in the payment step of the checkout.',
    most: 'A member can save three cards. To save a fourth, one has to be deleted first.',
    kept: 'Kuroneko keeps the cards. Neither the shop’s admin nor Mitame holds a card number.',
  },
  save: {
    title: 'To save a card',
    smart: {
      one: 'Put something into the cart, sign in as a member and go on to Smart Checkout.',
      two: 'As payment method choose credit card (クロネコwebコレクト) with a new card.',
      three:
        'Check “Use this card for later purchases too” (このカードを次回以降のお買い物でも利用する) and place the order.',
      four: 'The card is saved once the payment is accepted.',
    },
    classic: {
      one: 'Put something into the cart, sign in as a member and go on to the second payment page (【決済第二画面】).',
      two: 'Under payment and shipping (決済・配送方法選択) choose credit card (クロネコwebコレクト) with a new card.',
      three: 'Check “Save this credit card” (このクレジットカード情報を登録する) and place the order.',
      four: 'The card is saved once the payment is accepted.',
    },
  },
  delete: {
    title: 'To delete a card',
    smart: {
      one: 'Put any product into the cart, sign in as a member and go on to Smart Checkout. Nothing has to be ordered.',
      two: 'In STEP 2, payment method (お支払い方法), choose “Change” (変更する).',
      three:
        'Open “Manage cards” (カード情報管理), at the lower right of “Use a saved card” (登録済みのカードを利用する).',
      four: 'Check the cards that are not needed and press “Delete this card” (このカードを削除する).',
      five: 'Back in the payment step it is done, and the page can be closed.',
    },
    classic: {
      one: 'Put any product into the cart, sign in as a member and go on to the second payment page (【決済第二画面】). Nothing has to be ordered.',
      two: 'Open “Manage cards” (カード情報管理), at the lower right of “Choose from cards used before” (過去に利用したクレジットカードから選択する).',
      three:
        'Press “Delete” (削除) beside the card, and answer the question (削除してもよろしいですか?) with OK.',
      four: 'The cards that are left are shown; with none left it says that no card is registered (カード情報は登録されていません。).',
      five: 'Close it with the × at the upper right. It is done, and the page can be closed.',
    },
  },
  smart: 'With Smart Checkout',
  classic: 'With the old form (旧決済画面)',
  trouble: {
    title: 'When it does not work',
    offer: 'There is no “Manage cards”: check that the member is signed in and the shop’s setting is on.',
    reserved: 'A card cannot be deleted: a reserved payment hangs on it; it can be once that is over.',
    full: 'A card is not saved (A082000011 and the like): three are saved, or this one is already.',
    instead: 'Neither the desk nor the shop can delete a card for a member.',
  },
  try: {
    title: 'Try it in a demo shop',
    lead: 'The same pages can be used in the demo’s shops. Pay with the sandbox’s card numbers.',
  },
} satisfies Translation<typeof ja>
