/**
 * For the tests of an application: its downgrades tried, and databases for tests that are migrated already. Needs JUnit
 * Jupiter and Spring's test framework, which an application has in its tests only; nothing here is part of a running one.
 */
@NullMarked
package io.migrations.boot.test;

import org.jspecify.annotations.NullMarked;
