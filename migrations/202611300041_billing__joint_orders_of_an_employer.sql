-- An employer pays several invoices in one go. The order has no sum of its own: it is the sum of its parts, each an order of one invoice.
create table joint_order (
  id uuid primary key,
  reference text not null unique,
  organisation_id uuid not null references organisation (id),
  way text not null check (way in ('card', 'qr')),
  ordered_at timestamptz not null,
  ordered_by uuid references account (id)
);
create index joint_order_of_organisation on joint_order (organisation_id, ordered_at desc);
alter table joint_order enable row level security;
alter table joint_order force row level security;
create policy joint_order_is_seen_by_the_system on joint_order using (current_setting('tanu.scope', true) in ('system', 'oversight'));
create trigger joint_order_is_kept before update or delete on joint_order for each row execute function the_book_is_never_changed();

alter table provider_order add column joint_id uuid references joint_order (id);
create index provider_order_of_joint on provider_order (joint_id) where joint_id is not null;
create unique index one_part_per_invoice on provider_order (joint_id, invoice_id) where joint_id is not null;

-- A notice about a joint order belongs to every centre that has a part in it.
alter table provider_notice add column joint_id uuid references joint_order (id);
alter table provider_notice add constraint a_notice_is_of_one_order check (order_id is null or joint_id is null);
create index provider_notice_of_joint on provider_notice (joint_id) where joint_id is not null;
alter policy provider_notice_is_seen_by_its_centre on provider_notice
  using (sees_money(centre_id, null) or exists (select 1 from provider_order o where o.joint_id = provider_notice.joint_id and sees_money(o.centre_id, null)));
