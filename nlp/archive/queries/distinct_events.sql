-- Every event once, whoever told it: same type, phase, status, date and participants. Undated ones stay apart, and come last.
WITH told AS (
    SELECT events.*, coalesce(events.same_as, events.event) AS first
    FROM events
),
inside AS (
    SELECT item, record, source, first, any_value(type) AS type, arg_max(phase, length(participants)) AS phase,
        arg_max(status, length(participants)) AS status, arg_max(sentence, length(participants)) AS sentence,
        max(date) AS date, max(place) AS place, max(agreement) AS agreement, arg_max(participants, length(participants)) AS participants
    FROM told
    GROUP BY item, record, source, first
),
keys AS (
    SELECT told.item, told.record, told.first, string_agg(DISTINCT role || ':' || coalesce(key, name), '|' ORDER BY role || ':' || coalesce(key, name)) AS who
    FROM told JOIN arguments USING (item, record, event)
    GROUP BY told.item, told.record, told.first
)
SELECT min(inside.type) AS type, min(phase) AS phase, min(status) AS status, min(date) AS date, min(place) AS place,
    min(participants) AS participants, min(agreement) AS agreement, count(DISTINCT (item, record)) AS documents,
    min(source) AS source, min(sentence) AS sentence
FROM inside LEFT JOIN keys USING (item, record, first)
GROUP BY inside.type, phase, status, date, who,
    CASE WHEN date IS NULL OR who IS NULL THEN item || record || first END
ORDER BY date, type, source, sentence
