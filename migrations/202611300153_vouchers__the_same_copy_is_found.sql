-- The specialist is told of how many others the same copy stands in a request, and the signals of the day look for it.
create index voucher_paper_by_digest on voucher_paper (sha256);
