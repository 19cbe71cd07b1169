import type ja from '~/i18n/ja/help'
import type { Translation } from '~/i18n/translation'

export default {
  contents: 'Contents of the help',
  onThisPage: 'On this page',
  index: {
    title: 'Help',
    lead: 'How to handle orders paid by card through クロネコwebコレクト.',
    oneWay: {
      title: 'First of all',
      there:
        'What is captured, cancelled or changed here is passed on to クロネコwebコレクト (“Kuroneko” below).',
      back: 'The other way round it is not: what is done in Kuroneko’s own admin never reaches this screen, so the two can come to differ.',
      first:
        'Where they differ, see first whether an ordinary operation settles it. Only where none does, ask for a status correction.',
    },
  },
  groups: { shop: 'For shops', desk: 'For the support desk', audit: 'For auditors' },
  topics: {
    statuses: 'Statuses',
    statusesWhat: 'What each payment and shipping status means, and what can be done at it.',
    operations: 'Operations on an order',
    operationsWhat:
      'Shipping, capturing, cancelling, changing contents or payment method, and doing so for many orders; and what to do when it is refused.',
    corrections: 'Status corrections (見た目上のステータス変更)',
    correctionsWhat: 'What changes and what does not, how to ask for one, and what happens next.',
    savedCards: 'Saving and deleting cards',
    savedCardsWhat: 'How members save and delete a card, for when buyers ask.',
    codes: 'Kuroneko’s error codes',
    codesWhat: 'What error codes and transaction statuses mean, and what to do.',
    rules: 'How requests are judged',
    rulesWhat: 'The tables by which a request can be applied or not.',
    audit: 'Audit log and proofs',
    auditWhat:
      'What is recorded and what of it can be proven: history, earlier moments, proof files, exports.',
    verify: 'Check a proof file',
    verifyWhat: 'Checks a proof file you were given, within the page itself.',
  },
  statuses: {
    title: 'Statuses',
    lead: 'An order has one payment status, and each of its deliveries a shipping status.',
    matrix: 'Payment statuses and operations',
    matrixHint:
      'For an order paid by card through Kuroneko, in time, with correct slip numbers. While a result from Kuroneko is awaited, nothing can be done.',
    status: 'Status',
    possible: 'Possible',
    impossible: 'Not possible',
    payment: 'Payment status',
    next: 'What to do next',
    can: 'Possible',
    cannot: 'Not possible',
    none: 'Nothing',
    onlyWithoutSlip: 'Only deliveries that have no slip number yet.',
    shipping: 'Shipping status',
    meaning: 'Meaning',
    wish: 'Its name on a request',
    ships: 'Can be set to shipped (配送完了)',
    slip: 'Needs a slip number for capture',
    slipHint: '“Needs a slip number for capture” is said of shops with the setting {{setting}}.',
    resets: 'Back to not shipped after a change of method',
    yes: 'Yes',
    no: 'No',
    paymentMeaning: {
      authorized: 'The buyer’s card is only authorised. Yamato pays nothing out until the sale is captured.',
      captured:
        'The sale is captured and will be paid out. From here on it can be neither cancelled nor changed on this screen.',
      cancelled:
        'The order was called off. If that was done here while it was authorised, the payment at Kuroneko is cancelled too.',
      authorization_expired:
        'The order stayed authorised for {{days}} days after it was placed, so it can no longer be captured.',
      failed:
        'A capture, a change of amount or the like failed at Kuroneko. What is shown here may not be how things stand there.',
      incomplete:
        'The buyer has not finished paying by card. Where stock is counted, it is already allocated and deducted.',
    },
    paymentNext: {
      authorized: 'Capture or cancel within {{days}} days of the order.',
      captured:
        'If it has to be cancelled, do so in Kuroneko’s admin, see that it worked, then ask for a status correction.',
      cancelled:
        'To go on with another way of paying, change the payment method and set the deliveries back to not shipped.',
      authorization_expired:
        'Look at the payment in Kuroneko’s admin and cancel the order. To go on with another way of paying, change the payment method afterwards.',
      failed:
        'Always look at the payment in Kuroneko’s admin. If it went through there and only this screen differs, ask for a status correction.',
      incomplete:
        'Wait for the payment, or cancel. Kuroneko is not told of this cancellation, so make sure in its admin that no payment is left.',
    },
    shippingMeaning: {
      unshipped: 'Shipping has not begun.',
      instructed: 'The warehouse or the like has been told to ship.',
      preparing: 'It is being made ready.',
      shipped: 'It has left. Its slip number is sent to Kuroneko with the capture.',
      returned: 'The goods came back to the shop.',
      cancelled: 'Nothing is shipped to this destination.',
    },
  },
  operations: {
    title: 'Operations on an order',
    lead: 'They are on the order’s own page, behind its number. Shops carry them out.',
    open: 'Open the orders',
    steps: 'Steps',
    refusals: 'When it is not possible',
    reason: 'Why not',
    way: 'What to do',
    common: 'Reasons that any operation may have',
    ship: {
      lead: 'Sets a delivery to shipped (配送完了), with its slip number and carrier.',
      step1: 'On the order’s page, press “{{button}}” beside the delivery.',
      step2: 'Type the slip number and choose the carrier. The slip number may also come later.',
      step3: 'Press “{{check}}”, read what is shown, and press “{{confirm}}”.',
      step4: 'It is done when “{{done}}” appears.',
      later: 'Nothing is sent to Kuroneko at this point. The slip number goes there with the capture.',
    },
    slips: {
      title: 'Slip numbers',
      lead: 'At most 12 half-width digits. Yamato’s have exactly 12, the last of which is a check digit. They are checked here before anything is sent.',
      typed: 'As typed',
      stored: 'As stored',
      yamato: 'Yamato',
      other: 'Another carrier',
      fine: 'Accepted',
    },
    capture: {
      lead: 'Makes an authorised order captured (決済完了). Without it, Yamato pays nothing out.',
      step1: 'See that the deliveries that ship have their slip numbers.',
      step2: 'Press “{{button}}” under “{{card}}” on the order’s page.',
      step3: 'Check the amount and the slip numbers, and press “{{confirm}}”.',
      final: 'A captured sale cannot be taken back on this screen.',
      period:
        'It can be done for {{days}} days (Tokyo time; the day of the order is day 0, and day {{days}} counts until 24:00).',
      example: 'An order of {{ordered}}, for example, can be captured until {{last}} 24:00.',
      reminder:
        'Mails remind you with {{days}} days left. After the last day the order becomes 仮売上期限切れ.',
    },
    carriers: {
      title: 'Carrier setting and slip numbers',
      setting: 'Carrier setting',
      carriers: 'Carriers to choose from',
      slip: 'Slip number for capture',
      option:
        'Using other carriers, and capturing without a slip number, need Kuroneko’s 運送オプション (carrier option) contract.',
    },
    cancel: {
      lead: 'Calls the whole order off. Kuroneko is told only while the order is authorised (仮売上).',
      step1: 'Press “{{button}}” under “{{card}}” on the order’s page.',
      step2: 'Read whether the payment at Kuroneko is cancelled too, or this screen alone changes.',
      step3: 'Press the button that confirms it. Allocated stock comes back.',
      early: 'For {{minutes}} minutes after the order, its payment at Kuroneko cannot be cancelled.',
      reaches: 'What reaches Kuroneko',
      there: 'The payment at Kuroneko is cancelled too.',
      here: 'Only this screen changes. Be sure to look in Kuroneko’s admin.',
    },
    modify: {
      lead: 'Changes items, quantities, shipping and fee. Only while authorised (仮売上); a changed amount is passed on to Kuroneko.',
      step1: 'Press “{{button}}” under “{{card}}” on the order’s page and make the changes.',
      step2: 'Press “{{check}}”, compare the amounts before and after, and press “{{confirm}}”.',
      limits:
        'Kuroneko and the card issuer decide whether and how far an amount may rise. A refusal is shown on the order’s page with its reason and the next step.',
    },
    change_method: {
      lead: 'Moves a cancelled order to a payment method other than Kuroneko’s.',
      step1: 'Cancel the order. If it was authorised, the payment at Kuroneko is cancelled too.',
      step2: 'Press “{{button}}” under “{{card}}” and choose the new method.',
      step3: 'Set the deliveries from cancelled back to not shipped.',
      fee: 'The new method’s fee becomes ¥0. Check the order’s amount, and press “{{button}}” where a fee is due.',
      matrix: 'Methods an order can be changed to',
      from: 'Paid by now',
      condition: 'Condition',
      cancelled: 'Cancelled',
      manual: '※ {{methods}}: only while linked by hand (手動連携・CSV運用).',
    },
    change_fee: {
      lead: 'Corrects the fee of an order whose payment method was changed. The amount follows; Kuroneko is not told.',
      step1:
        'After the change of method, press “{{button}}” on the order’s page and enter the fee of the new method.',
      step2: 'Press “{{check}}”, compare the amounts before and after, and press “{{confirm}}”.',
      modify: 'While an order is authorised (仮売上), its fee is corrected with its contents (注文内容変更).',
    },
    reset_shipping: {
      lead: 'Sets the deliveries of an order whose payment method was changed from cancelled back to not shipped, and allocates stock again.',
      step1: 'After the change of method, press “{{button}}”.',
      step2: 'Read what happens to the stock and press “{{confirm}}”.',
    },
    bulk: {
      title: 'Many orders at once (まとめて処理)',
      lead: 'Shipping and capturing can be done for up to {{most}} orders at once.',
      step1:
        'Choose orders in the list, or read a CSV of order number, slip number and carrier (UTF-8 or Shift_JIS).',
      step2: 'Before anything is done you see which orders will be refused, and why.',
      step3: 'While it runs you see how far it is, and the result of each order.',
      step4: 'Those that failed can be done again by themselves.',
    },
    answers: {
      title: 'When Kuroneko’s result is not known',
      wait: 'Where no result comes back, nothing is sent a second time; an inquiry finds out. Until it has, the order’s page says “Under way” and nothing else can be done with that order. It goes on even if you leave the page.',
      failed:
        'Where Kuroneko refuses, the order becomes failed (決済失敗), with the meaning of the code and the next step. Where nothing was done there, the order stays as it was and the same can be tried again.',
    },
  },
  corrections: {
    title: 'Status corrections (見た目上のステータス変更)',
    lead: 'For orders that were handled directly in Kuroneko’s admin: the status shown here, and nothing else, is made to agree.',
    open: 'Ask for a correction',
    is: {
      title: 'What changes',
      status: 'The payment status shown here, and the shipping status of all deliveries.',
      record: 'The request, its grounds, who approved it and when it was applied stay in the audit log.',
    },
    isNot: {
      title: 'What does not change',
      money: '{{cosmetic}} Nobody is charged, refunded or paid.',
      others: 'Not touched: {{followers}}.',
      ordinary:
        'Where an ordinary operation would do, you are led to it, because that changes things at Kuroneko as well.',
    },
    how: {
      title: 'How to ask for one',
      step1: 'First see in Kuroneko’s admin that what you did there has worked.',
      step2: 'Open “{{button}}” and fill in the fields below, or paste a text and have it read.',
      step3:
        'You see what Kuroneko answers and whether the request can probably be applied. Where something is pointed out, check it and put it right.',
      step4: 'File it; up to {{most}} requests at once.',
    },
    fields: {
      title: 'What to fill in',
      field: 'Field',
      what: 'What goes in',
      choices: 'Choices',
      orderNumber: 'The order’s number. Full-width and lower-case letters are understood.',
      paymentStatus: 'The payment status to be shown. The others come about by what happens to the payment.',
      shippingStatus: 'The shipping status to be shown; “{{unchanged}}” to leave it.',
      kuronekoStatus:
        'What Kuroneko’s admin shows. The desk compares it with what Kuroneko answers to an inquiry.',
      reason:
        'What happened to this order, such as why it was handled directly. If the example is left standing, you will be asked.',
    },
    after: {
      title: 'What happens next',
      state: 'State',
      what: 'What it means',
      can: 'What the shop can do',
      nothing: 'Nothing',
      states: {
        submitted: 'The request has arrived and waits for somebody to take it.',
        in_review: 'Somebody compares it with Kuroneko’s answer and the history.',
        needs_info: 'There is a question. Your answer brings the request back into review.',
        awaiting_second: 'One person has approved; a lead’s second approval is awaited.',
        applied: 'The status shown was changed.',
        rejected: 'It could not be applied. The request’s page says why.',
        withdrawn: 'The shop took the request back.',
      },
      actions: { answer: 'Answer the question', withdraw: 'Withdraw it' },
      second: 'Two people have to approve in these cases:',
      wait: 'How long it takes depends on what is asked and for how many orders. The list of requests shows how far each is.',
    },
    paste: {
      title: 'Filing by pasting',
      lead: 'Texts of this form, as they were posted to the question board, can be pasted as they are; several orders one after the other.',
      example: 'An example',
      understood: 'What is read from it',
      copes:
        'Full and half width, any colon, missing bullets, spaces, lower-case numbers and wordings such as 「キャンセル済」 are understood.',
      doubts: 'Whatever was doubtful is shown first; nothing is filed until you have checked it.',
    },
  },
  audit: {
    title: 'Audit log and proofs',
    lead: 'Everything that happens to orders and requests is recorded one by one, so that later changes or deletions are noticed.',
    recorded: {
      title: 'What is recorded',
      lead: 'What was done, and what was refused: when, by whom, what the order showed before and after, and on which grounds.',
    },
    history: {
      title: 'History, and earlier moments',
      order: 'Each order’s history opens by its number and tells who changed what, when and why.',
      asOf: 'Give a date and time to see how the order was shown at that moment.',
      search:
        'Search by period, act, payment and shipping before and after, amount, words and more. Searches can be kept under a name.',
      scope: 'Shops see the records of their own shop; the desk and auditors those of all shops.',
    },
    proof: {
      title: 'Proof files',
      take: 'For each entry of a history you can download a proof file (.tlog-proof).',
      send: 'Whoever you give it to can check it at “{{verify}}” without signing in. The file is sent nowhere.',
      keys: 'Have the public keys by another way too (a contract, mail, paper) and compare them.',
      openKeys: 'See the public keys',
    },
    proven: {
      title: 'What is proven',
      included:
        'That an entry of just this content is in the signed log. If a single letter differs, it is not proven.',
      whole: 'That nothing was rewritten or taken out since, compared with a checkpoint you kept.',
      signed: 'That the desk’s key signs the log as a whole.',
    },
    unproven: { title: 'What is not proven' },
    check: {
      title: 'Verifying the whole log',
      nightly: 'The whole log is verified each night. A fault is told to the administrators by mail.',
      now: 'On “{{page}}” it can be verified at any time; shops verify the records of their own.',
      open: 'Open the verification',
    },
    export: {
      title: 'Export',
      what: 'What a search finds can be exported to a file. That it was exported is recorded too.',
      erased:
        'What people wrote may be erased after a time or on request. That the entry exists, and its proof, remain.',
    },
  },
  codes: {
    title: 'Kuroneko’s error codes',
    lead: 'What Kuroneko returns when it refuses something. Type the code that the order’s page shows.',
    search: 'Code or words',
    hint: 'For example A062010003, refused, slip',
    submit: 'Narrow down',
    list: 'Error codes',
    found_one: '{{count, number}} meaning',
    found_other: '{{count, number}} meanings',
    code: 'Code',
    meaning: 'Meaning',
    todo: 'What to do',
    many_one: '{{count, number}} code',
    many_other: '{{count, number}} codes',
    none: 'Nothing in the lists fits.',
    unlisted: 'How to read “{{code}}”',
    anatomy:
      'A code holds the function (3 characters), the stage (1), 01, the field (2) and the kind (2). Of a code that is not listed, only what can be read from it is said.',
    statusInfo: 'Transaction statuses (取引状況)',
    statusInfoHint: 'What Kuroneko answers to an inquiry. “Read as” is how requests are judged by it.',
    reading: 'Read as',
  },
  way: {
    not_found: 'Check the number, and which shop you are signed in for.',
    invalid: 'Correct what is pointed out and send it again.',
    under_way: 'Wait. The order’s page changes by itself once the result is known.',
    stale: 'See how the order stands now and try again if it is still needed.',
    already_captured:
      'To cancel, do so in Kuroneko’s admin, then ask for a status correction. To correct the amount, cancel and take the order anew.',
    already_cancelled: 'To go on with another way of paying, change the payment method.',
    authorization_expired: 'Look at the payment in Kuroneko’s admin and cancel the order.',
    payment_failed:
      'Look at the payment in Kuroneko’s admin. If it went through there and only this screen differs, ask for a status correction.',
    payment_incomplete: 'Have the buyer finish paying, or cancel the order.',
    too_early: 'Wait until {{minutes}} minutes have passed; the order’s page shows from when.',
    too_late: 'Look at the payment in Kuroneko’s admin and cancel the order.',
    one_of_several:
      'Cancel the whole order. While it is authorised, items can also be taken out by changing its contents.',
    not_linked: 'Use the admin of the service or mall that handles the payment.',
    slip_missing: 'Enter the slip number of every delivery that ships.',
    slip_not_digits:
      'Take out what is no digit. Full-width digits, hyphens and spaces are put right by themselves.',
    slip_too_long: 'See that only one number was typed, with at most 12 digits.',
    slip_not_yamato: 'Take all 12 digits from the slip.',
    slip_check_digit: 'Compare with the slip and correct the digit that was mistyped.',
    carrier_not_yamato:
      'Choose Yamato. Other carriers need the 運送オプション contract and another setting of the shop.',
    not_cancelled: 'Cancel the order first.',
    method_not_offered: 'Choose what the table of methods offers.',
    method_needs_manual_link: 'Choose another method, unless you use the manual link (手動連携・CSV運用).',
    method_not_changed:
      'Correct the fee of an authorised order with its contents. Of a cancelled order, change the payment method first.',
    nothing_changed: 'Change what should change, then go on to check it.',
    out_of_stock: 'Look at the stock or at the quantities ordered.',
    delivery_cancelled:
      'If the order’s payment method was changed, set the delivery back to not shipped first.',
    nothing_to_reset: 'Nothing needs to be set back; it can be shipped as it is.',
  },
} satisfies Translation<typeof ja>
