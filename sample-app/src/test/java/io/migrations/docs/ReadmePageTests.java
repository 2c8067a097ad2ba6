/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

class ReadmePageTests {

    @Test
    void theDependencyIsTheStarterOfThisVersion() throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        Element shown = factory.newDocumentBuilder()
                .parse(new InputSource(
                        new StringReader(Shown.of("readme/dependency.xml").text())))
                .getDocumentElement();
        File pom = Path.of(System.getProperty("migrations.test.root", ".."), "migrations-spring-boot-starter/pom.xml")
                .toFile();
        Element starter = factory.newDocumentBuilder().parse(pom).getDocumentElement();

        assertThat(child(shown, "artifactId")).isEqualTo(child(starter, "artifactId"));
        Element parent = (Element) starter.getElementsByTagName("parent").item(0);
        assertThat(child(shown, "groupId")).isEqualTo(child(parent, "groupId"));
        assertThat(child(shown, "version")).isEqualTo(child(parent, "version"));
    }

    private static String child(Element element, String name) {
        return IntStream.range(0, element.getChildNodes().getLength())
                .mapToObj(element.getChildNodes()::item)
                .filter(node -> node.getNodeName().equals(name))
                .map(Node::getTextContent)
                .findFirst()
                .orElseThrow();
    }
}
