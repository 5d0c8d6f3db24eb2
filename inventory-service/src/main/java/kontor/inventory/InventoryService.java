package kontor.inventory;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the inventory service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class InventoryService {

  public static void main(String[] args) {
    SpringApplication.run(InventoryService.class, args);
  }
}
