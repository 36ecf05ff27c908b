-- Contracts accepted and receipts entered before the book began: their invoices and entries, so that the book tells the same as the receipts.
-- No paper is made for them. What is not money of the candidate (carried from another centre) is not in the book.
select set_config('tanu.scope', 'system', true);
insert into invoice (id, number, centre_id, case_id, contract_id, payer, amount, issued_on, due_on, paper_id, issued_at)
select gen_random_uuid(), c.number || '-' || row_number() over (partition by k.case_id order by k.accepted_at, k.id), c.centre_id, k.case_id, k.id, 'candidate', k.price - k.carried,
  (k.accepted_at at time zone 'Asia/Almaty')::date, null, null, k.accepted_at
from contract k join case_file c on c.id = k.case_id
where k.accepted_at is not null and k.price > k.carried and k.payer = 'candidate' and k.moved_stages is null;

insert into ledger_account (id, centre_id, kind, subject_id, opened_at)
select gen_random_uuid(), c.centre_id, 'receivable', k.id, k.sent_at from contract k join case_file c on c.id = k.case_id
where exists (select 1 from invoice i where i.contract_id = k.id) or exists (select 1 from payment p where p.contract_id = k.id);
insert into ledger_account (id, centre_id, kind, subject_id, opened_at)
select gen_random_uuid(), s.centre_id, v.kind, null, now() from (select distinct centre_id from ledger_account) s cross join (values ('income'), ('receipt')) as v (kind);

insert into ledger_entry (id, centre_id, kind, debit_account, credit_account, amount, occurred_on, recorded_at, case_id, source)
select gen_random_uuid(), i.centre_id, 'invoiced', r.id, n.id, i.amount, i.issued_on, i.issued_at, i.case_id, 'invoice:' || i.id
from invoice i join ledger_account r on r.subject_id = i.contract_id and r.kind = 'receivable'
join ledger_account n on n.centre_id = i.centre_id and n.kind = 'income';

insert into ledger_entry (id, centre_id, kind, debit_account, credit_account, amount, occurred_on, recorded_at, recorded_by, case_id, source)
select gen_random_uuid(), r.centre_id, case when p.amount > 0 then 'paid' else 'payment-reversed' end, case when p.amount > 0 then m.id else r.id end, case when p.amount > 0 then r.id else m.id end,
  abs(p.amount), p.paid_on, p.recorded_at, p.recorded_by, k.case_id, 'receipt:' || p.id
from payment p join contract k on k.id = p.contract_id
join ledger_account r on r.subject_id = p.contract_id and r.kind = 'receivable'
join ledger_account m on m.centre_id = r.centre_id and m.kind = 'receipt';

-- What a centre owed a candidate after the ministry closed his case, and has not paid: from now on a refund of two people.
insert into refund (id, number, centre_id, case_id, contract_id, subject_id, ground, amount, note, due_from, made_by, made_at)
select gen_random_uuid(), s.case_number || '-R' || row_number() over (partition by s.case_id order by s.owed_from, s.id), s.owed_by, s.case_id,
  (select k.id from contract k where k.case_id = s.case_id order by k.sent_at desc, k.id desc limit 1), s.id, 'case-closed', s.amount, '', s.owed_from, null, s.owed_from::timestamptz
from settlement s where s.owed_to is null and s.settled_on is null and exists (select 1 from contract k where k.case_id = s.case_id);
insert into ledger_account (id, centre_id, kind, subject_id, opened_at) select gen_random_uuid(), r.centre_id, 'refundable', r.subject_id, r.made_at from refund r;
insert into ledger_account (id, centre_id, kind, subject_id, opened_at)
select gen_random_uuid(), r.centre_id, 'income', null, now() from (select distinct centre_id from refund) r where not exists (select 1 from ledger_account a where a.centre_id = r.centre_id and a.kind = 'income');
insert into ledger_entry (id, centre_id, kind, debit_account, credit_account, amount, occurred_on, recorded_at, case_id, source)
select gen_random_uuid(), r.centre_id, 'refund-due', n.id, d.id, r.amount, r.due_from, r.made_at, r.case_id, 'owed:' || r.subject_id
from refund r join ledger_account d on d.subject_id = r.subject_id and d.kind = 'refundable' join ledger_account n on n.centre_id = r.centre_id and n.kind = 'income';
