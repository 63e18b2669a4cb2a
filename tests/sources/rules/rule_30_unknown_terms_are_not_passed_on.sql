SELECT key FROM source WHERE redistributable AND (licence IS NULL OR licence = 'unknown')
