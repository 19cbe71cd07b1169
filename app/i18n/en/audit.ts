import type ja from '~/i18n/ja/audit'
import type { Translation } from '~/i18n/translation'

export default {
  title: 'Audit log',
  system: 'The system',
  sentences: {
    order: {
      received: { done: 'The order was received', refused: 'The order was not accepted' },
      status_imported: {
        done: '<b>{{actor}}</b> imported a status update',
        refused: '<b>{{actor}}</b> tried to import a status update; it was refused',
      },
      shipped: {
        done: '<b>{{actor}}</b> recorded the shipment',
        refused: '<b>{{actor}}</b> tried to record the shipment; it was refused',
      },
      capture_begun: {
        done: '<b>{{actor}}</b> asked Kuroneko to capture the sale',
        refused: 'Kuroneko could not be asked to capture the sale for <b>{{actor}}</b>',
      },
      cancel_begun: {
        done: '<b>{{actor}}</b> asked Kuroneko to cancel the payment',
        refused: 'Kuroneko could not be asked to cancel the payment for <b>{{actor}}</b>',
      },
      modify_begun: {
        done: '<b>{{actor}}</b> asked Kuroneko to change the amount',
        refused: 'Kuroneko could not be asked to change the amount for <b>{{actor}}</b>',
      },
      modified: {
        done: '<b>{{actor}}</b> changed the order’s contents',
        refused: '<b>{{actor}}</b> tried to change the order’s contents; it was refused',
      },
      call_unanswered: {
        done: 'No result came from Kuroneko; an inquiry will tell what became of it',
        refused: 'No result came from Kuroneko',
      },
      shipping_reset: {
        done: '<b>{{actor}}</b> set the shipping status back to not shipped',
        refused: '<b>{{actor}}</b> tried to set the shipping status back; it was refused',
      },
      captured: {
        done: '<b>{{actor}}</b> captured the payment',
        refused: '<b>{{actor}}</b> tried to capture the payment; it was refused',
      },
      cancelled: {
        done: '<b>{{actor}}</b> cancelled the order',
        refused: '<b>{{actor}}</b> tried to cancel the order; it was refused',
      },
      expired: { done: 'The authorisation expired', refused: 'The expiry was not applied' },
      payment_failed: { done: 'The payment operation failed', refused: 'The failure was not applied' },
      method_changed: {
        done: '<b>{{actor}}</b> changed the payment method',
        refused: '<b>{{actor}}</b> tried to change the payment method; it was refused',
      },
      corrected: {
        done: '<b>{{actor}}</b> applied the cosmetic status change',
        refused: '<b>{{actor}}</b> tried to apply the cosmetic status change; it was refused',
      },
      inquired: {
        done: '<b>{{actor}}</b> asked Kuroneko',
        refused: '<b>{{actor}}</b> asked Kuroneko and got no usable answer',
      },
      evidence_attached: {
        done: '<b>{{actor}}</b> attached a picture of Kuroneko’s admin',
        refused: '<b>{{actor}}</b> tried to attach a picture; it was refused',
      },
      drift_found: {
        done: 'A difference from Kuroneko was found',
        refused: 'A difference from Kuroneko was not recorded',
      },
      drift_closed: {
        done: 'The difference from Kuroneko is gone',
        refused: 'The end of a difference from Kuroneko was not recorded',
      },
    },
    correction: {
      filed: {
        done: '<b>{{actor}}</b> requested a cosmetic status change',
        refused: '<b>{{actor}}</b> tried to request a cosmetic status change; it was refused',
      },
      matched: {
        done: '<b>{{actor}}</b> linked the request to the order',
        refused: '<b>{{actor}}</b> tried to link the request to the order; it was refused',
      },
      claimed: {
        done: '<b>{{actor}}</b> took on the request',
        refused: '<b>{{actor}}</b> tried to take on the request; it was refused',
      },
      released: {
        done: '<b>{{actor}}</b> put the request back into the queue',
        refused: '<b>{{actor}}</b> tried to put the request back into the queue; it was refused',
      },
      asked: {
        done: '<b>{{actor}}</b> asked the shop',
        refused: '<b>{{actor}}</b> tried to ask the shop; it was refused',
      },
      answered: {
        done: '<b>{{actor}}</b> answered the question',
        refused: '<b>{{actor}}</b> tried to answer the question; it was refused',
      },
      resumed: {
        done: '<b>{{actor}}</b> resumed the review without waiting for the answer',
        refused: '<b>{{actor}}</b> tried to resume the review; it was refused',
      },
      noted: {
        done: '<b>{{actor}}</b> left an internal note',
        refused: '<b>{{actor}}</b> tried to leave an internal note; it was refused',
      },
      approved_first: {
        done: '<b>{{actor}}</b> gave the first approval',
        refused: '<b>{{actor}}</b> tried to give the first approval; it was refused',
      },
      approved: {
        done: '<b>{{actor}}</b> approved the request',
        refused: '<b>{{actor}}</b> tried to approve and apply the request; it was refused',
      },
      returned: {
        done: '<b>{{actor}}</b> returned the request to review',
        refused: '<b>{{actor}}</b> tried to return the request to review; it was refused',
      },
      rejected: {
        done: '<b>{{actor}}</b> rejected the request',
        refused: '<b>{{actor}}</b> tried to reject the request; it was refused',
      },
      withdrawn: {
        done: '<b>{{actor}}</b> withdrew the request',
        refused: '<b>{{actor}}</b> tried to withdraw the request; it was refused',
      },
    },
    shop: {
      retention_set: {
        done: '<b>{{actor}}</b> changed for how many years words are kept',
        refused: '<b>{{actor}}</b> was not let change for how many years words are kept',
      },
    },
    orders: {
      imported: {
        done: '<b>{{actor}}</b> imported orders',
        refused: '<b>{{actor}}</b> tried to import orders; it was refused',
      },
    },
    audit: {
      exported: {
        done: '<b>{{actor}}</b> began an export of the audit log',
        refused: '<b>{{actor}}</b> tried to export the audit log; it was refused',
      },
      export_ended: {
        done: 'The export of the audit log by <b>{{actor}}</b> was completed',
        refused: 'The export of the audit log by <b>{{actor}}</b> was cut short',
      },
      proof_taken: {
        done: '<b>{{actor}}</b> downloaded the proof of a record',
        refused: '<b>{{actor}}</b> tried to download the proof of a record; it was refused',
      },
      words_erased: {
        done: '<b>{{actor}}</b> erased what was written at records',
        refused: '<b>{{actor}}</b> tried to erase what was written at records; it was refused',
      },
      month_archived: {
        done: '<b>{{actor}}</b> moved a past month’s records to the archive',
        refused: '<b>{{actor}}</b> tried to archive a month’s records; it was refused',
      },
      month_restored: {
        done: '<b>{{actor}}</b> read a month’s records back from the archive',
        refused: '<b>{{actor}}</b> tried to read records back from the archive; it was refused',
      },
    },
  },
  unreadable: 'This record cannot be read. It may have been tampered with.',
  refusals: {
    not_found: 'There is no such thing, or it may not be acted on',
    invalid: 'The input was not valid',
    conflict: 'Somebody else had acted first',
    stale: 'Something had changed since it was reviewed',
    needs_lead: 'The second approval must be given by a lead',
    under_way: 'Another operation was waiting for Kuroneko',
    same_person: 'The second approval must be given by another person',
    blocked: 'A finding stands in the way',
    already_captured: 'A captured order (決済完了) cannot be cancelled',
    slip_number_required: 'A slip number is required',
    other: 'Reason code {{code}}',
  },
  details: {
    evidence: 'Kuroneko: {{status}} ({{code}})',
    notFound: 'Kuroneko: no such transaction',
    picture: 'Read off a picture of Kuroneko’s admin',
    verdict: 'Verdict: {{verdict}}',
    findings: '{{count, number}} findings',
    override: 'Approved by a lead in spite of the findings',
    wish: 'Requested',
    claim: 'Kuroneko side: {{claim}}',
    onBehalf: 'filed by the desk on behalf of the shop',
    unmatched: 'no matching order',
    amount: 'Amount {{amount}}',
    slips: 'Slip number {{numbers}}',
    second_amount: 'Second approval needed: the amount reaches the limit',
    second_brought_back: 'Second approval needed: the order is brought back from cancelled (注文キャンセル)',
    second_evidence: 'Second approval needed: Kuroneko gave no usable answer',
    second_reverts: 'Second approval needed: this takes back an applied request',
    second_override: 'Second approval needed: approved in spite of findings',
    second_screenshot: 'Second approval needed: read off a picture',
    cli: 'by command line',
    digest: 'Approved content {{digest}}',
    payment: 'Payment',
    shipping: 'Shipping',
    shippingOf: 'Shipping {{number}}',
  },
  faults: {
    now: 'now',
    at: 'before record {{seq}}',
    nothing: 'nothing recorded',
    edited: 'Record {{seq}} was edited.',
    unreadable: 'Record {{seq}} cannot be read.',
    columns: 'The look-up columns of record {{seq}} ({{columns}}) do not match its text.',
    missing: 'Records {{seq}} to {{until}} are missing.',
    unlinked: 'Record {{seq}} does not follow the one before it; one of them was moved or replaced.',
    cut_off: 'Records {{seq}} to {{until}} were cut off the end.',
    head: 'The chain ends at record {{seq}}, which is not the end that was noted.',
    no_owner: 'The order, request or shop of this chain does not exist.',
    words_missing: 'What was written at record {{seq}} is gone, and no record says that it was erased.',
    sealed_otherwise:
      'Record {{seq}} is not what was sealed: the chain was built anew, or records were swapped.',
    unplaced: 'Record {{seq}} came into the log by another way than the desk’s own.',
    unsealed: 'Record {{seq}} has waited for its seal longer than it should.',
    order: 'The order’s {{field}} does not match the records: recorded {{recorded}}, found {{found}}.',
    fields: { number: 'number', amount: 'amount' },
    evidence: 'Kuroneko’s answer that record {{seq}} tells of is not the one that is kept.',
    decision: 'What was decided on request {{reference}} is not what its digest was made of.',
    leaf_gap: 'Leaf {{index}} of the seal’s tree is gone. Nothing after it could be verified.',
    tile: 'A part of the seal’s tree (level {{level}}, place {{index}}) is not what the records make up.',
    unsigned: 'No signed checkpoint covers what was sealed after {{size}} of {{leaves}} records.',
    forged_key: 'The signing key {{key}} was not made by this desk.',
    checkpoint: 'The checkpoint of {{size}} records is not right. {{why}}',
    kept: 'The checkpoint kept outside ({{size}} records) does not fit what is stored. {{why}}',
    why: {
      root: 'The root is another one.',
      too_large: 'There are fewer records than that: the tail is gone, or older data was restored.',
      signature: 'It has no right signature by the desk’s keys.',
      text: 'It cannot be read as a checkpoint of this desk.',
    },
    archived:
      'The records of {{month}}, moved to the archive, are not what the log says of it: archived {{recorded}}, gone {{found}}.',
    words: 'The words kept with record {{seq}} were edited.',
    status: 'The status shown {{place}} has no record: recorded {{recorded}}, found {{found}}.',
    state:
      'The state of request {{reference}} {{place}} has no record: recorded {{recorded}}, found {{found}}.',
  },
  verify: {
    good: 'No tampering found',
    goodDetail_one: 'The one record is intact.',
    goodDetail_other: 'All {{count, number}} records form one unbroken chain.',
    bad: 'The records do not add up',
    badDetail_one: 'There is {{count, number}} mismatch. Please tell your administrator or auditor.',
    badDetail_other: 'There are {{count, number}} mismatches. Please tell your administrator or auditor.',
    more_other: 'and {{count, number}} more',
  },
  order: {
    title: 'History of <number>{{number}}</number>',
    plainTitle: 'History of {{number}}',
    events_one: '{{count, number}} record',
    events_other: '{{count, number}} records',
    order: 'View order',
    timeline: 'History',
    empty: 'Nothing recorded yet',
    emptyHint: 'What is done to this order will be recorded here when it happens.',
  },
  choice: {
    shop: 'Shop',
    amount: 'Amount',
    events: 'Records',
    title: 'Choose the shop of order {{number}}',
    lead: 'Several shops have an order with this number.',
  },
  search: {
    lead: 'See for each order who changed what, when and why.',
    label: 'Order number or reference',
    hint: 'For example P251104000311888021 or MT-2026-000123. Full-width and lower-case characters are fine.',
    submit: 'View history',
    notFound:
      'No order or request matches “{{typed}}”. Please check the number. Orders that were not imported yet have no history.',
    latest: 'Latest records',
    empty: 'Nothing recorded yet',
    emptyHint: 'Imported orders and filed requests will appear here.',
  },
} satisfies Translation<typeof ja>
