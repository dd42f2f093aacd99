-- Agreements by party: one row a party and a document that binds it.
SELECT parties.name AS party, agreements.kind, agreements.title, agreements.status, agreements.date,
    agreements.parties, agreements.source, parties.key
FROM parties JOIN agreements USING (item, record, agreement)
WHERE parties.role = 'party'
