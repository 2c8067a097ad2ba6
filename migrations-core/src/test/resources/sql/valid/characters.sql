SELECT '😀' AS ä, 'é'; SELECT '𝒳'; CREATE TABLE größe (größe text);
SELECT größe FROM größe;
