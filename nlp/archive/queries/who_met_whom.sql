-- Who met whom: every two people or organisations in one meeting or visit, by their fullest names, with the dates; those
-- of most documents first.
WITH present AS (
    SELECT DISTINCT item, record, event, key, name
    FROM arguments
    WHERE type IN ('meeting', 'visit') AND key IS NOT NULL AND key NOT LIKE 'place/%'
)
SELECT arg_max(one.name, (length(one.name), one.name)) AS one, arg_max(two.name, (length(two.name), two.name)) AS other,
    count(DISTINCT (one.item, one.record)) AS documents,
    min(events.date) AS first, max(events.date) AS last, one.key AS one_key, two.key AS other_key
FROM present AS one
JOIN present AS two ON one.item = two.item AND one.record = two.record AND one.event = two.event AND one.key < two.key
JOIN events ON events.item = one.item AND events.record = one.record AND events.event = one.event
WHERE events.status = 'actual'
GROUP BY one.key, two.key
ORDER BY documents DESC, one, other
