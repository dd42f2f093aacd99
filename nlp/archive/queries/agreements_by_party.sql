-- Agreements by party: one row a party and a document that binds it, by name.
SELECT parties.name AS party, agreements.kind, agreements.title, agreements.status, agreements.date,
    agreements.parties, agreements.source, parties.key
FROM parties JOIN agreements USING (item, record, agreement)
WHERE parties.role = 'party'
ORDER BY party, agreements.date, agreements.source, agreements.record, agreements.agreement
