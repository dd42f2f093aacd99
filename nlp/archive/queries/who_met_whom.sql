-- Who met whom: every two people or organisations in one meeting or visit, by name, with the dates.
WITH present AS (
    SELECT DISTINCT item, record, event, key, name
    FROM arguments
    WHERE type IN ('meeting', 'visit') AND key IS NOT NULL AND key NOT LIKE 'place/%'
)
SELECT min(one.name) AS one, min(two.name) AS other, count(DISTINCT (one.item, one.record)) AS documents,
    min(events.date) AS first, max(events.date) AS last, one.key AS one_key, two.key AS other_key
FROM present AS one
JOIN present AS two ON one.item = two.item AND one.record = two.record AND one.event = two.event AND one.key < two.key
JOIN events ON events.item = one.item AND events.record = one.record AND events.event = one.event
WHERE events.status = 'actual'
GROUP BY one.key, two.key
