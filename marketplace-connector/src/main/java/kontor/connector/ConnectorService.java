package kontor.connector;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the marketplace connector. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class ConnectorService {

  public static void main(String[] args) {
    SpringApplication.run(ConnectorService.class, args);
  }
}
