SET standard_conforming_strings = off;
SELECT 'a\';b', N'c\';d';
SET standard_conforming_strings TO 'on';
SELECT 'a\';
SET SESSION standard_conforming_strings TO false;
SELECT 'a\';b';
RESET standard_conforming_strings;
SELECT 'a\';
