-- Asked where a mirror holds answers of the live interface.
SELECT lost('uis_students_live') = 0;
