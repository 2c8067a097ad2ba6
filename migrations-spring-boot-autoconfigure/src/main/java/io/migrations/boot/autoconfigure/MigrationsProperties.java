/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.autoconfigure;

import io.migrations.boot.CommandWebApplicationType;
import io.migrations.boot.ModelSource;
import io.migrations.boot.StartupMode;
import io.migrations.engine.LockMode;
import io.migrations.engine.MigratorSettings;
import io.migrations.engine.TransactionPer;
import io.migrations.history.HistoryTables;
import io.migrations.schema.InvalidPatternException;
import io.migrations.schema.ObjectFilter;
import io.migrations.script.AuthoringSettings;
import io.migrations.script.JavaRevisions;
import io.migrations.sql.Placeholders;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.util.StringUtils;

/**
 * The {@code migrations.*} properties.
 *
 * @param enabled Whether to configure migrations at all.
 * @param locations Comma-separated list of places with the scripts, each with all folders below it.
 * @param packages Comma-separated list of packages with revisions in Java that are no beans, each with all below it.
 * @param dataSource Name of the DataSource bean to migrate. By default the one with '@MigrationsDataSource', else the only one.
 * @param url JDBC URL of the database to migrate, if it is not that of the application's data source.
 * @param username Login user of the migrations. Without a URL, the application's data source is used with this user.
 * @param password Login password of the migrations.
 * @param role Role to take on for everything, so that it owns what is made. By default the login user itself.
 * @param schema Schema of the history's tables, by default the session's current one. It is created if missing.
 * @param revisionTable Name of the table with the applied revisions.
 * @param journalTable Name of the table with a row for every attempt.
 * @param repeatableTable Name of the table with the repeatable scripts that ran. It is created when there are some.
 * @param appendOnlyJournal Whether a trigger keeps everybody from changing or removing rows of the journal.
 * @param target Comma-separated list of how far a start upgrades the database, such as 'head', 'heads' or a revision's id.
 * @param lockTimeout How long a statement waits for a lock on a table before its revision is tried again.
 * @param statementTimeout How long a statement may run, 0 for any time. By default what the database says for the user.
 * @param transactionPer What one transaction holds.
 * @param placeholders Values for placeholders such as ${name} in scripts. As soon as one is declared, an undeclared one
 *     is an error.
 * @param instances Several databases by name, each with these properties. What is not said for one is taken from here.
 * @param placeholdersInQuotes Whether to replace them inside string constants and dollar quotes, too.
 */
@ConfigurationProperties("migrations")
public record MigrationsProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("classpath:db/migrations") List<String> locations,
        @DefaultValue("db.migrations") List<String> packages,
        @Nullable String dataSource,
        @Nullable String url,
        @Nullable String username,
        @Nullable String password,
        @Nullable String role,
        @Nullable String schema,
        @DefaultValue("migrations_revision") String revisionTable,
        @DefaultValue("migrations_journal") String journalTable,
        @DefaultValue("migrations_repeatable") String repeatableTable,
        @DefaultValue("false") boolean appendOnlyJournal,
        @DefaultValue("head") List<String> target,
        @DefaultValue Startup startup,
        @DefaultValue Command command,
        @DefaultValue Lock lock,
        @DefaultValue Scratch scratch,
        @DefaultValue Drift drift,
        @DefaultValue("5s") Duration lockTimeout,
        @Nullable Duration statementTimeout,
        @DefaultValue Retry retry,
        @DefaultValue("revision") TransactionPer transactionPer,
        @Nullable Map<String, String> placeholders,
        @DefaultValue("false") boolean placeholdersInQuotes,
        @DefaultValue Model model,
        @Nullable Map<String, MigrationsProperties> instances) {

    public MigrationsProperties {
        requirePositive("migrations.lock-timeout", lockTimeout);
        if (statementTimeout != null && statementTimeout.isNegative()) {
            throw new InvalidConfigurationPropertyValueException(
                    "migrations.statement-timeout", statementTimeout, "It must not be negative.");
        }
    }

    /**
     * What a start does.
     *
     * @param mode What to do about pending revisions when the application starts.
     * @param waitTimeout How long mode 'wait' waits for another process to apply what is pending.
     */
    public record Startup(
            @DefaultValue("upgrade") StartupMode mode,
            @DefaultValue("5m") Duration waitTimeout) {}

    /**
     * A run for a command.
     *
     * @param webApplicationType What kind of application context a command runs in.
     * @param directory Folder that new revisions are written to. By default that of src/main/resources which the first
     *     location with such a folder is built from.
     * @param fileName Name of a new revision's file, made with {timestamp}, {id} and {slug}.
     */
    public record Command(
            @DefaultValue("none") CommandWebApplicationType webApplicationType,
            @Nullable String directory,

            @DefaultValue(AuthoringSettings.DEFAULT_FILE_NAME)
            String fileName) {}

    /**
     * The lock that keeps two processes from migrating at the same time.
     *
     * @param mode How the migration lock is held.
     * @param timeout How long to wait for the migration lock while another process has it.
     */
    public record Lock(
            @DefaultValue("session") LockMode mode,
            @DefaultValue("5m") Duration timeout) {

        public Lock {
            requirePositive("migrations.lock.timeout", timeout);
        }
    }

    /**
     * A database to try things in.
     *
     * @param url JDBC URL of an empty database to work in. By default one is created on the server and dropped again.
     * @param username Login user for that database, which has to own it.
     * @param password Login password for that database.
     * @param serverWide Whether statements run there that change what the whole server shares, such as roles.
     */
    public record Scratch(
            @Nullable String url,
            @Nullable String username,
            @Nullable String password,
            @DefaultValue("false") boolean serverWide) {

        /** Without values, as a password is one. */
        @Override
        public String toString() {
            return "Scratch[]";
        }
    }

    /**
     * What was changed by other means than migrations.
     *
     * @param fingerprint Whether a run that changed something notes in the journal what the schema is then.
     * @param endpointRebuild Whether the endpoint may build the schema anew in a scratch database when asked to.
     */
    public record Drift(
            @DefaultValue("true") boolean fingerprint,
            @DefaultValue("false") boolean endpointRebuild) {}

    /**
     * Another try for what locks and deadlocks stood in the way of.
     *
     * @param maxAttempts How often a revision is tried when locks, deadlocks or serialization failures stand in its way.
     */
    public record Retry(@DefaultValue("10") int maxAttempts) {

        public Retry {
            if (maxAttempts < 1) {
                throw new InvalidConfigurationPropertyValueException(
                        "migrations.retry.max-attempts", maxAttempts, "It must be at least 1.");
            }
        }
    }

    /**
     * What the application wants its schema to be.
     *
     * @param schema Comma-separated list of scripts that make the whole schema in an empty database.
     * @param source Where the wanted schema comes from.
     * @param include Comma-separated list of names of objects to compare, such as 'public.*'. By default all.
     * @param exclude Comma-separated list of names of objects to leave alone, such as 'public.audit_*' or 'view:*'.
     */
    public record Model(
            @DefaultValue List<String> schema,
            @DefaultValue("auto") ModelSource source,
            @DefaultValue List<String> include,
            @DefaultValue List<String> exclude) {

        public Model {
            requirePatterns("migrations.model.include", include);
            requirePatterns("migrations.model.exclude", exclude);
        }

        /** Which objects are compared. */
        public ObjectFilter filter() {
            return ObjectFilter.of(include, exclude);
        }

        private static void requirePatterns(String name, List<String> patterns) {
            try {
                ObjectFilter.of(patterns, List.of());
            } catch (InvalidPatternException exception) {
                throw new InvalidConfigurationPropertyValueException(
                        name, exception.pattern(), String.valueOf(exception.getMessage()));
            }
        }
    }

    /** Whether the migrations are to connect otherwise than the application does. */
    boolean isApart() {
        return StringUtils.hasText(url) || StringUtils.hasText(username);
    }

    MigratorSettings settings(@Nullable String application, @Nullable String applicationVersion) {
        return MigratorSettings.defaults()
                .but()
                .tables(new HistoryTables(
                        StringUtils.hasText(schema) ? schema : null, revisionTable, journalTable, repeatableTable))
                .lockMode(lock.mode())
                .lockWait(lock.timeout())
                .statementLockTimeout(lockTimeout)
                .statementTimeout(statementTimeout)
                .maxAttempts(retry.maxAttempts())
                .transactionPer(transactionPer)
                .role(StringUtils.hasText(role) ? role : null)
                .appendOnlyJournal(appendOnlyJournal)
                .schemaFingerprint(drift.fingerprint())
                .application(application)
                .applicationVersion(applicationVersion)
                .build();
    }

    /** Where and how new revisions are written. */
    public AuthoringSettings authoring(ClassLoader classLoader, JavaRevisions classes) {
        // Not bound as a Path: Spring's conversion to one looks on the classpath first, and finds the build.
        Path directory = StringUtils.hasText(command.directory()) ? Path.of(command.directory()) : null;
        return new AuthoringSettings(
                Path.of(""), locations, directory, command.fileName(), classLoader, classes, packages);
    }

    /** What scripts may refer to. */
    public Placeholders scriptPlaceholders() {
        Placeholders declared = placeholders == null ? Placeholders.none() : Placeholders.of(placeholders);
        return placeholdersInQuotes ? declared.inQuotes() : declared;
    }

    /** Without values: a url, a password or a placeholder may be a secret. */
    @Override
    public String toString() {
        return "MigrationsProperties[locations=%s, target=%s, startup=%s]".formatted(locations, target, startup);
    }

    private static void requirePositive(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new InvalidConfigurationPropertyValueException(name, value, "It must be more than zero.");
        }
    }
}
