-- Occupations over time: which post somebody held, in how many documents, and the days of the first and the last.
SELECT arg_max(positions.name, (length(positions.name), positions.name)) AS person, min(positions.title) AS title,
    min(positions.organisation_name) AS organisation, positions.phase, min(documents.published) AS first, max(documents.published) AS last,
    count(DISTINCT (positions.item, positions.record)) AS documents, positions.key
FROM positions JOIN documents USING (item, record)
GROUP BY positions.key, lower(positions.title), lower(coalesce(positions.organisation_name, '')), positions.phase
ORDER BY person, first, title, organisation, positions.phase
