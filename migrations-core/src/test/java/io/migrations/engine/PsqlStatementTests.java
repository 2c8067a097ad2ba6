/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.sql.SqlScript;
import org.junit.jupiter.api.Test;

class PsqlStatementTests {

    private static String psql(String script) {
        var out = new StringBuilder();
        SqlScript parsed = SqlScript.parse(script);
        assertThat(parsed.faults()).isEmpty();
        parsed.statements().forEach(statement -> PsqlStatement.append(out, statement));
        return out.toString();
    }

    @Test
    void aStatementIsWrittenAsItIs() {
        assertThat(psql("-- before\nSELECT 1 -- inside\n, 2 -- after")).isEqualTo("SELECT 1 -- inside\n, 2;\n");
    }

    @Test
    void aColonThatPsqlCouldTakeForAVariableIsHidden() {
        assertThat(psql("SELECT a[1:USER], b[:n], c[1 : 2], ':USER', d::int /* :USER */, $$:USER$$;"))
                .isEqualTo("SELECT a[1\\:USER], b[\\:n], c[1 : 2], ':USER', d::int /* :USER */, $$:USER$$;\n");
        assertThat(psql("SELECT a['1':'2'];")).isEqualTo("SELECT a['1'\\:'2'];\n");
    }

    @Test
    void anEscapeStringThatGoesOnInTheNextLineIsHandedOverWhole() {
        assertThat(psql("SELECT E'a'\n  'it\\'s';"))
                .isEqualTo("SELECT $statement$SELECT E'a'\n  'it\\'s'$statement$ \\gexec\n");
        assertThat(psql("SELECT 'a'\n  'b';")).isEqualTo("SELECT 'a'\n  'b';\n");
        assertThat(psql("SELECT $statement$x$statement$, e'a'\n'b';"))
                .isEqualTo("SELECT $statement2$SELECT $statement$x$statement$, e'a'\n'b'$statement2$ \\gexec\n");
    }

    @Test
    void rowsFollowTheirCopy() {
        assertThat(psql("COPY t FROM stdin; -- rows\n1\tx\n\\.\nSELECT 1;"))
                .isEqualTo("COPY t FROM stdin;\n1\tx\n\\.\nSELECT 1;\n");
        assertThat(psql("COPY t FROM stdin;\n\\.\n")).isEqualTo("COPY t FROM stdin;\n\\.\n");
        assertThat(psql("COPY t FROM stdin;\r1\r2\r\\.\r")).isEqualTo("COPY t FROM stdin;\n1\n2\n\\.\n");
        assertThat(psql("COPY t FROM stdin;\r\n1\r\n\\.\r\n")).isEqualTo("COPY t FROM stdin;\n1\r\n\\.\r\n");
    }
}
