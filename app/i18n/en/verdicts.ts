import type { Translation } from '~/i18n/translation'
import type ja from '../ja/verdicts'

/** What the rules say, see the Japanese file. */
export default {
  findings: {
    nothing_would_change: {
      title: 'Nothing would change',
      sentence: 'The order already shows what is asked for.',
      next: 'Check the order number and the wished statuses.',
    },
    status_not_wishable: {
      title: 'This status cannot be wished for',
      sentence: '“{{payment}}” is a status that the platform reaches by itself; nobody can ask for it.',
      next: 'Ask for captured (決済完了), cancelled (注文キャンセル) or authorised (仮売上).',
      rule: 'Statuses other than captured (決済完了), cancelled (注文キャンセル) and authorised (仮売上) are reached by the platform itself; nobody can ask for them.',
    },
    kuroneko_cancelled: {
      title: 'Kuroneko cancelled it',
      sentence: 'Kuroneko has cancelled this payment, so the order cannot be shown as captured.',
      next: "See in Kuroneko's admin how the cancellation came about.",
    },
    never_authorised: {
      title: 'No authorisation came about',
      sentence:
        'Kuroneko never authorised this payment and no money will come, so the order cannot be shown as captured.',
      next: "Look up the error in Kuroneko's admin and consider contacting the buyer.",
    },
    no_transaction: {
      title: 'Kuroneko has no such transaction',
      sentence: 'Kuroneko has no transaction with this order number, so the wish cannot be confirmed.',
      next: "Check the order number and Kuroneko's own number of the order.",
    },
    authorised_only: {
      title: 'Authorised only: no money will come',
      sentence:
        'Kuroneko has only authorised this payment and the time to capture it is over, so no money comes even if it is shown as captured.',
      next: "Look in Kuroneko's admin, then consider changing the payment method or cancelling.",
    },
    buyer_not_finished: {
      title: 'The buyer has not finished paying',
      sentence: 'Kuroneko does not confirm a finished payment, so the order cannot be shown as captured.',
      next: "Look at the payment in Kuroneko's admin.",
    },
    nothing_captured: {
      title: 'Nothing has been captured',
      sentence: 'Kuroneko has authorised but not captured this payment, so it cannot be shown as captured.',
      next: "See in Kuroneko's admin whether the sale was captured.",
    },
    buyer_stays_charged: {
      title: 'The buyer would stay charged',
      sentence:
        'Kuroneko still has this sale as captured; showing the order as cancelled would leave the buyer charged.',
      next: "First cancel the payment in Kuroneko's admin, confirm it there, then ask again.",
    },
    not_authorised_there: {
      title: 'Kuroneko does not say authorised',
      sentence: 'Kuroneko answers “{{answer}}”, not authorised, so the order cannot be shown as authorised.',
      next: "Look at the payment in Kuroneko's admin.",
      rule: 'An order that Kuroneko does not have as authorised cannot be shown as authorised.',
    },
    authorisation_too_late: {
      title: 'The time to capture is over',
      sentence: 'The last day to capture was {{lastDay}}, so the order cannot be shown as authorised.',
      next: "Look in Kuroneko's admin, then consider changing the payment method or cancelling.",
      rule: 'More than 58 days after the order it cannot be shown as authorised.',
    },
    no_way_back_to_authorised: {
      title: 'No way back to authorised',
      sentence: 'An order shown as “{{payment}}” cannot go back to authorised.',
      next: 'Ask the shop what happened and whether captured or cancelled is what they need.',
      rule: 'Orders shown as captured or as expired cannot go back to authorised.',
    },
    capture_instead: {
      title: 'Capture it the ordinary way',
      sentence:
        'Kuroneko has authorised this payment but not captured it; it needs capturing, not a change of what is shown.',
      next: "Capture it by {{lastDay}}. The answer alone does not tell whether the authorisation still holds: if capturing fails, look in Kuroneko's admin.",
      rule: 'While Kuroneko has the payment as authorised, it needs capturing within 58 days of the order, not a change of what is shown.',
    },
    capture_again_instead: {
      title: 'Capture it again',
      sentence:
        'Kuroneko has authorised this payment but not captured it; capturing has to be tried again, not a change of what is shown.',
      next: "Try to capture it again by {{lastDay}}. If it fails once more, look in Kuroneko's admin.",
      rule: 'A failed order that Kuroneko has as authorised needs capturing again within 58 days of the order.',
    },
    cancel_instead: {
      title: 'Cancel it the ordinary way',
      sentence:
        'Kuroneko still has this payment as authorised; it needs the ordinary cancellation, which releases the authorisation too.',
      next: 'Cancel the order, then confirm the cancellation at Kuroneko.',
    },
    cancel_here_and_there: {
      title: 'Cancel it on both sides',
      sentence:
        'Cancelling an incomplete order is not passed on and Kuroneko has an authorisation, so both sides need cancelling.',
      next: "Cancel the order, then cancel it in Kuroneko's admin too.",
    },
    cancel_here_only: {
      title: 'Cancel it the ordinary way',
      sentence: 'Kuroneko has no transaction to cancel, so the ordinary cancellation is all that is needed.',
      next: 'Cancel the order.',
    },
    cancelled_order_comes_back: {
      title: 'A cancelled order comes back',
      sentence:
        'Kuroneko has this sale as captured, but the order was cancelled and its stock has been returned.',
      next: 'Ask the shop whether the goods can be sent and whether stock must be allocated again.',
    },
    captured_here_authorised_there: {
      title: 'The two sides disagree about the capture',
      sentence: 'The order is shown as captured, but Kuroneko has only authorised it.',
      next: 'Ask the shop why, and make sure that no authorisation stays behind at Kuroneko.',
    },
    captured_here_failed_there: {
      title: 'The two sides disagree about the payment',
      sentence: 'The order is shown as captured, but at Kuroneko no authorisation came about.',
      next: "Ask the shop why, and make sure in Kuroneko's admin that nothing is charged.",
    },
    nothing_was_charged: {
      title: 'Nothing was charged',
      sentence: 'No authorisation came about at Kuroneko; the buyer was not charged.',
      next: 'Ask the shop whether the ordinary cancellation would do.',
    },
    nothing_to_cancel_there: {
      title: 'No transaction found at Kuroneko',
      sentence: 'Kuroneko has no transaction with this order number, so no cancellation can be confirmed.',
      next: "See in Kuroneko's admin that no payment is left under another number.",
    },
    authorised_anew: {
      title: 'Authorised again after the cancellation',
      sentence: 'The order is cancelled, but Kuroneko has it as authorised.',
      next: 'Ask the shop why it was authorised again, and check the stock.',
    },
    kuroneko_undecided: {
      title: 'Kuroneko has no settled result',
      sentence: 'Kuroneko answers status {{statusInfo}}, which does not tell whether money was charged.',
      next: "Look at the payment in Kuroneko's admin.",
      rule: 'A status at Kuroneko that is neither authorised, captured, cancelled nor an error does not tell whether money was charged.',
    },
    evidence_not_asked: {
      title: 'Kuroneko has not been asked yet',
      sentence: 'Nobody has asked Kuroneko about this order yet.',
      next: 'Ask before deciding. Where that is impossible, two people must approve.',
    },
    evidence_unusable: {
      title: 'Kuroneko gave no usable answer',
      sentence: 'Kuroneko was asked, but gave no answer that can be used.',
      next: "Ask again, or look in Kuroneko's admin. Without an answer two people must approve.",
    },
    number_does_not_fit: {
      title: 'Kuroneko cannot be asked about this number',
      sentence:
        "Kuroneko's own number of this order is not known, and the order's number does not fit its protocol (at most 23 half-width characters), so Kuroneko cannot be asked.",
      next: "Ask the shop for Kuroneko's number, or look in Kuroneko's admin.",
    },
    delivery_contradicts_payment: {
      title: 'Payment and delivery contradict each other',
      sentence: 'An order cannot be shown as “{{payment}}” with {{deliveries}}.',
      next: 'Choose another delivery status.',
      rule: 'An order shown as captured or authorised cannot have a cancelled delivery.',
    },
    delivery_still_open: {
      title: 'A delivery is not cancelled',
      sentence: 'The order would be shown as cancelled, but with {{deliveries}}.',
      next: 'Have the delivery cancelled or returned as well, or ask the shop.',
      rule: 'An order shown as cancelled with a delivery neither cancelled nor returned needs a look.',
    },
    goods_have_left: {
      title: 'The goods have left',
      sentence: 'Goods have been sent already: {{deliveries}}.',
      next: 'Ask the shop whether the goods come back.',
      rule: 'Where goods have been sent, whether they come back must be asked before the order is shown as cancelled.',
    },
    several_deliveries: {
      title: 'Several deliveries',
      sentence: 'The change applies to all of {{deliveries}}; a part of them cannot be cancelled.',
      next: 'Ask the shop whether all of them are meant.',
      rule: 'The change applies to all deliveries of an order; a part of them cannot be cancelled.',
    },
    slip_number_missing: {
      title: 'No valid slip number',
      sentence:
        'The shop sends with Yamato only, but there is no valid slip number to capture with{{slips}}.',
      next: "Ask the shop for Yamato's slip number and compare it with the sale at Kuroneko.",
      rule: 'A shop that sends with Yamato only needs a valid slip number to capture: 12 digits, the last of which is a check digit.',
    },
    delivery_reopened: {
      title: 'A cancelled delivery becomes unshipped',
      sentence:
        'A delivery of a cancelled order goes back to unshipped only after a change of payment method ({{deliveries}}).',
      next: 'See in the history whether the payment method was changed.',
      rule: 'A delivery of a cancelled order goes back to unshipped only after a change of payment method.',
    },
    claim_cancelled_not_so: {
      title: 'Claim and evidence differ',
      sentence: 'The shop says cancelled, but Kuroneko answers “{{answer}}”; the buyer may still be charged.',
      next: "See in Kuroneko's admin whether the cancellation went through.",
      rule: 'Where the shop says cancelled and Kuroneko says captured or authorised, the buyer may still be charged.',
    },
    claim_captured_not_so: {
      title: 'Claim and evidence differ',
      sentence: 'The shop says captured, but Kuroneko answers “{{answer}}”; the money may never come.',
      next: "See in Kuroneko's admin whether the sale was captured.",
      rule: 'Where the shop says captured and Kuroneko says cancelled or authorised, the money may never come.',
    },
    claim_differs: {
      title: 'Claim and evidence do not agree',
      sentence: 'The shop says “{{claim}}”, but Kuroneko answers “{{answer}}”.',
      next: "See in Kuroneko's admin which is right, and ask the shop what happened.",
      rule: 'Where claim and evidence do not agree, somebody must look.',
    },
    claim_contradicts_wish: {
      title: 'Claim and wish contradict each other',
      sentence: 'Kuroneko is said to show “{{claim}}”, but the wished payment status is “{{payment}}”.',
      next: 'Check the status at Kuroneko and the wished payment status.',
      rule: 'A request that claims cancelled and wishes captured, or claims captured and wishes cancelled, contradicts itself.',
    },
    claim_in_words: {
      title: 'The claim is in words',
      sentence: 'The status at Kuroneko was stated as “other”, in words.',
      next: 'Read the words and compare them with the evidence.',
    },
    no_order: {
      title: 'No such order',
      sentence: 'This shop has no order with this number.',
      next: 'Check the number. An order that is not imported yet is matched once it is.',
    },
    number_normalised: {
      title: 'Matched after normalising the number',
      sentence: '“{{typed}}” was taken for order {{number}}.',
      next: 'Make sure that this is the order meant.',
      rule: 'An order that matches only after normalising its number needs a look.',
    },
    number_without_suffix: {
      title: 'Matched without the suffix',
      sentence: '“{{typed}}” was taken for order {{number}}, leaving out its suffix.',
      next: 'Make sure that it is not the number of a repayment and that this is the order meant.',
      rule: 'An order that matches only without a suffix such as -1 needs a look.',
    },
    not_kuroneko_card: {
      title: 'Not a Kuroneko card payment',
      sentence: 'The order is paid by “{{method}}”, not by card through Kuroneko Web Collect.',
      next: 'Check the payment method and the order number.',
      rule: 'Only card payments through Kuroneko Web Collect can be corrected, and none whose payment method was changed after cancelling.',
    },
    imported_order: {
      title: 'Imported from elsewhere',
      sentence: 'The order was imported from elsewhere, so Kuroneko never knew it.',
      next: 'Look at the payment where the order was placed.',
    },
    another_open_request: {
      title: 'Another request is open',
      sentence: 'Request {{reference}} for the same order is still open.',
      next: 'Wait for its result, or withdraw it first.',
      rule: 'While another request for the same order is open, this one cannot be applied.',
    },
    order_changed: {
      title: 'The order changed after the request was filed',
      sentence: 'When this was filed the order showed “{{before}}”; now it shows “{{now}}”.',
      next: 'See in the history what changed, and ask the shop whether the request still stands.',
      rule: 'Where the order changed after the request was filed, somebody must look at the change.',
    },
    amount_differs_at_capture: {
      title: 'The amounts differ',
      sentence: 'The order is over {{here}}, but Kuroneko has {{there}}, so it cannot be shown as captured.',
      next: "See in Kuroneko's admin which amount was captured.",
      rule: "Where Kuroneko's amount differs from the order's, it cannot be shown as captured.",
    },
    amount_differs: {
      title: 'The amounts differ',
      sentence: 'The order is over {{here}}, but Kuroneko has {{there}}.',
      next: "See in Kuroneko's admin how the amount came to change.",
      rule: "Where Kuroneko's amount differs from the order's, somebody must look.",
    },
    amount_at_limit: {
      title: 'An amount for two people',
      sentence: 'The amount is {{limit}} or more, so two people must approve.',
      next: 'After the first approval a lead approves.',
      rule: "At or above the desk's limit two people must approve.",
    },
    capture_period_ending: {
      title: 'The time to capture runs out',
      sentence: 'It can stay authorised until {{lastDay}}, 24:00 in Tokyo (days left: {{daysLeft}}).',
      next: 'If it is to be captured, do so by then.',
      rule: 'With fewer than 7 days left to capture an authorised order, its last day is shown.',
    },
    cancellation_failed_there: {
      title: 'A cancellation failed at Kuroneko',
      sentence:
        'A cancellation failed at Kuroneko (16); that does not mean that nothing is charged, and both amounts may stand.',
      next: "See in Kuroneko's admin what is charged.",
    },
    amount_change_failed_there: {
      title: 'A change of amount failed at Kuroneko',
      sentence:
        'A change of amount failed at Kuroneko (17); that does not mean that nothing is charged, and both amounts may stand.',
      next: "See in Kuroneko's admin what is charged.",
    },
    authorisation_may_have_lapsed: {
      title: 'The authorisation may have lapsed',
      sentence:
        'Kuroneko still answers authorised, but the last day to capture was {{lastDay}} and the authorisation may have lapsed.',
      next: "See in Kuroneko's admin whether it can be captured.",
      rule: 'Kuroneko may go on answering authorised after an authorisation has lapsed, so that answer alone never means that it can be captured.',
    },
    reason_says_little: {
      title: 'The reason says little',
      sentence: 'The reason is too short or the example left as it was; it tells nothing of this order.',
      next: 'Ask the shop what happened with this order.',
    },
    reverts_applied: {
      title: 'This takes back an applied change',
      sentence: 'This takes back request {{reference}}, which was applied.',
      next: 'Look at what that request stood on, and why it is taken back.',
      rule: 'A request that takes back an applied change needs a look, and two people.',
    },
    nothing_else_follows: {
      title: 'Nothing but the display changes',
      sentence: 'Only what is shown changes; these do not follow: {{followers}}.',
      next: 'The shop does by hand what is needed.',
      rule: 'A cosmetic change moves no stock and no points, and sends no mail to the buyer or the warehouse.',
    },
  },
  answers: {
    authorized: 'Authorised',
    captured: 'Captured',
    cancelled: 'Cancelled',
    failed: 'Failed',
    open: 'Undecided',
    not_found: 'No such transaction',
    unknown: 'No answer',
  },
  severities: { no: 'No', ord: 'Ordinary operation', look: 'Look', info: 'Note', go: 'Go' },
  subjects: {
    wish: 'Wish',
    evidence: 'Evidence',
    deliveries: 'Deliveries',
    claim: 'Claim',
    order: 'Order and request',
  },
  second: {
    needed: 'Two people must approve',
    amount: "The amount is at or above the desk's limit.",
    brought_back: 'The order is brought back from cancelled.',
    evidence: 'Kuroneko gave no answer.',
    reverts: 'It takes back an applied change.',
    override: 'A lead approves in spite of a blocking finding, with a written reason.',
  },
  delivery: 'delivery {{place}}: {{status}}',
  slips: ' ({{list}})',
  slip: 'delivery {{place}}: {{fault}}',
  slipFaults: {
    missing: 'none registered',
    not_digits: 'not digits only',
    length: 'not 12 digits',
    check_digit: 'wrong check digit',
  },
  followers: {
    stock: 'stock',
    points: 'points',
    buyer_mail: 'mail to the buyer',
    warehouse_mail: 'message to the warehouse',
  },
  links: {
    capture: 'Capture',
    cancel: 'Cancel the order',
    kuroneko_admin: "Check in Kuroneko's admin",
    ask_kuroneko: 'Ask Kuroneko',
    ask_merchant: 'Ask the shop',
    new_request: 'Change the request',
    other_request: 'See the open request',
    reverted_request: 'See the earlier request',
    order: 'See the order',
    history: 'See the history',
  },
  page: {
    title: 'Rules of the verdict',
    lead: 'Whether a cosmetic change can be applied is decided by these tables.',
    how: 'How the verdict comes about',
    howNo: 'One finding of “No” or “Ordinary operation” is enough: it cannot be applied.',
    howLook: 'With a finding of “Look” a person weighs it and decides.',
    howGo: 'With notes only it can be applied.',
    howOverride:
      'Only a “No” about evidence or claim can be overridden: by a lead, with a written reason and a second person.',
    howOld: 'Evidence older than 10 minutes is asked for again before anybody decides.',
    answers: 'What Kuroneko answers',
    answer: 'Answer',
    statusInfo: 'Status code',
    statusInfos: {
      open: 'Any other code (16, a failed cancellation, and 17, a failed change of amount, among them)',
      not_found: 'Answered, but there is no such transaction',
      unknown: 'Unreachable, refused, malformed, or about another order or payment method',
    },
    toCaptured: 'When captured (決済完了) is wished',
    toCancelled: 'When cancelled (注文キャンセル) is wished',
    toAuthorized: 'When authorised (仮売上) is wished',
    now: 'Shown now',
    later: 'after 58 days',
    two: 'two people',
    deliveriesOnly:
      'A change of deliveries only can be applied where it agrees with the payment status. Evidence is shown all the same.',
    lastDay: 'the last day (day 58)',
    periodRule:
      'Day 0 is the day of the order in Tokyo; the last day is day 58, until 24:00. From day 59 on an authorised order becomes expired.',
    second: 'When two people must approve',
    secondRule: 'The second is a lead, and another person than the first.',
    overridable: 'Lead may override',
    next: 'What to do',
  },
} satisfies Translation<typeof ja>
