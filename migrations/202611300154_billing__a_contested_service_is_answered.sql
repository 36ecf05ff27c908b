-- A service that the payer contested is not lost: the head of the centre presents it again with an answer. Contested anew, it waits for a new one.
select set_config('tanu.scope', 'system', true);

alter table voucher_service add column answered_at timestamptz;
alter table voucher_service add column answer text;
alter table voucher_service add constraint a_contest_is_answered_in_words check ((answered_at is null) = (answer is null) and (answered_at is null or contested_at is not null));
